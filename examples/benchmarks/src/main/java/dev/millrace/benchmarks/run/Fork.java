package dev.millrace.benchmarks.run;

import dev.millrace.benchmarks.Implementations;
import dev.millrace.benchmarks.OnJvm;
import dev.millrace.benchmarks.Trial;
import dev.millrace.benchmarks.workload.Workload;
import dev.millrace.benchmarks.workload.Workloads;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A fresh JVM that runs one workload over one implementation, and prints a line for each sample.
 */
public final class Fork {
  private static final int UNSAFE_IS_WARNED_OF = 24;

  private Fork() {}

  /** The command that starts it. */
  public static List<String> command(String implementation, Workload workload, Settings settings) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= UNSAFE_IS_WARNED_OF) {
      command.add("--sun-misc-unsafe-memory-access=allow"); // for JCTools and Kotlin
    }
    command.addAll(settings.jvmFlags());
    command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    command.add(Fork.class.getName());
    command.addAll(List.of(implementation, workload.id(), settings.effort().name()));
    return List.copyOf(command);
  }

  /** Runs it. The arguments are the names of an implementation, a workload and an effort. */
  public static void main(String[] args) throws Exception {
    OnJvm implementation = (OnJvm) Implementations.named(args[0]);
    Workload workload = Workloads.named(args[1]);
    Effort effort = Effort.valueOf(args[2]);
    if (workload.isSingleOperation()) {
      SingleOperation.measure(args, workload, effort).forEach(Fork::print);
    } else {
      measure(implementation.prepare(workload, effort.size(workload)), workload, effort);
    }
  }

  private static void measure(Trial trial, Workload workload, Effort effort) throws Exception {
    long start = System.nanoTime();
    do {
      trial.run();
    } while (System.nanoTime() - start < effort.warmUp().toNanos());
    long operations = workload.operations(effort.size(workload));
    for (int i = 0; i < effort.repetitions(); i++) {
      print(Stopwatch.measure(trial, operations, effort.shortest()));
    }
  }

  private static void print(Sample sample) {
    System.out.println(sample.line());
  }
}
