package dev.millrace.benchmarks;

import dev.millrace.benchmarks.run.Settings;
import dev.millrace.benchmarks.workload.Workload;
import java.util.List;
import java.util.Optional;

/** Channels that are measured: which workloads they can run, and the program that does. */
public interface Implementation {

  /** The name by which it is chosen and reported. */
  String name();

  /** What is measured, if the build does not know that. */
  default Optional<String> version() {
    return Optional.empty();
  }

  /** Says whether it can run that workload. */
  boolean runs(Workload workload);

  /**
   * The command for a process of its own that runs it. For each repetition it prints a line {@code
   * sample}, nanoseconds for an operation, bytes allocated for an operation; a fault ends it with a
   * status other than 0.
   */
  List<String> command(Workload workload, Settings settings);
}
