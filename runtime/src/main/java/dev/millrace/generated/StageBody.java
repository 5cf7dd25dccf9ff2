package dev.millrace.generated;

/** What one thread of a stage does from its start to its end. */
@FunctionalInterface
public interface StageBody {

  /**
   * Runs to the end of the stage; whatever it throws fails the topology.
   *
   * @throws Throwable what the user's code throws; a stage may declare anything
   */
  void run() throws Throwable;
}
