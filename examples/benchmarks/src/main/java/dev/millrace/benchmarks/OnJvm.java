package dev.millrace.benchmarks;

import dev.millrace.benchmarks.run.Fork;
import dev.millrace.benchmarks.run.Settings;
import dev.millrace.benchmarks.workload.Workload;
import java.util.List;

/** An implementation that runs on the JVM, in a fresh one for each measurement. */
public interface OnJvm extends Implementation {

  /** Allocates what the workload sends. */
  Trial prepare(Workload workload, int size);

  @Override
  default List<String> command(Workload workload, Settings settings) {
    return Fork.command(name(), workload, settings);
  }
}
