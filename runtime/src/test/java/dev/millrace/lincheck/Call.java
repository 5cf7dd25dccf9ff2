package dev.millrace.lincheck;

/**
 * One call in a history.
 *
 * @param called when it began, by a clock that all threads share
 * @param returned when it was over
 */
record Call(int thread, Operation operation, int called, int returned, Object outcome) {

  @Override
  public String toString() {
    return "%3d to %3d, thread %d: %s came back with %s"
        .formatted(called, returned, thread, operation, outcome);
  }
}
