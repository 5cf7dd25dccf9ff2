package dev.millrace.benchmarks;

/** A workload that is ready to be run again and again; what it sends was allocated before. */
@FunctionalInterface
public interface Trial {

  /**
   * Runs it once.
   *
   * @throws Fault if what arrived is not what was sent
   */
  void run() throws Exception;
}
