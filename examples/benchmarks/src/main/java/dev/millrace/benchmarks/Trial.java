package dev.millrace.benchmarks;

import dev.millrace.benchmarks.run.Sample;

/** A workload that is ready to be run again and again; what it sends was allocated before. */
@FunctionalInterface
public interface Trial {

  /**
   * Runs it once.
   *
   * @throws Fault if what arrived is not what was sent
   */
  void run() throws Exception;

  /**
   * What the last run comes to. Unless a trial knows better that is the time that it took, and the
   * bytes that were allocated meanwhile, for each operation.
   */
  default Sample measured(Sample fromOutside) {
    return fromOutside;
  }
}
