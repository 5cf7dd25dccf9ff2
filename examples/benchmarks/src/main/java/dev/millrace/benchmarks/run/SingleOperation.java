package dev.millrace.benchmarks.run;

import dev.millrace.benchmarks.Implementations;
import dev.millrace.benchmarks.OnJvm;
import dev.millrace.benchmarks.Trial;
import dev.millrace.benchmarks.workload.Workload;
import dev.millrace.benchmarks.workload.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Operations of a few nanoseconds, measured by JMH and its profiler of allocations. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SingleOperation {
  private static final String BYTES = "gc.alloc.rate.norm";

  /** The name of an implementation. */
  @Param("")
  public String implementation = "";

  /** The name of a workload. */
  @Param("")
  public String workload = "";

  /** The name of an effort. */
  @Param("")
  public String effort = "";

  private Trial trial = () -> {};

  /** Allocates what is sent. */
  @Setup
  public void prepare() {
    OnJvm chosen = (OnJvm) Implementations.named(implementation);
    Workload measured = Workloads.named(workload);
    trial = chosen.prepare(measured, Effort.valueOf(effort).size(measured));
  }

  /** As many operations as the size of the workload says. */
  @Benchmark
  public void operate() throws Exception {
    trial.run();
  }

  /** Runs JMH in this process, which is fresh already. */
  static List<Sample> measure(String[] names, Workload workload, Effort effort) throws Exception {
    var options =
        new OptionsBuilder()
            .include(SingleOperation.class.getName())
            .param("implementation", names[0])
            .param("workload", names[1])
            .param("effort", names[2])
            .forks(0)
            .warmupIterations(1)
            .warmupTime(time(effort.warmUp().toMillis()))
            .measurementIterations(effort.repetitions())
            .measurementTime(time(effort.repetition().toMillis()))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    long operations = workload.operations(effort.size(workload));
    List<Sample> samples = new ArrayList<>();
    for (RunResult run : new Runner(options).run()) {
      for (BenchmarkResult fork : run.getBenchmarkResults()) {
        for (IterationResult iteration : fork.getIterationResults()) {
          samples.add(sample(iteration, operations));
        }
      }
    }
    return samples;
  }

  private static TimeValue time(long millis) {
    return TimeValue.milliseconds(Math.max(1, millis));
  }

  private static Sample sample(IterationResult iteration, long operations) {
    double nanos = iteration.getPrimaryResult().getScore();
    double bytes =
        Objects.requireNonNull(iteration.getSecondaryResults().get(BYTES), BYTES).getScore();
    return new Sample(nanos / operations, bytes / operations);
  }
}
