package dev.millrace.internal;

/** One that is always due, and fails as when there is no memory for its timer. */
final class BreathThatFails extends Breath {

  @Override
  boolean isDue(int number) {
    return true;
  }

  @Override
  boolean isOverdue() {
    return true;
  }

  @Override
  void take(Object blocker) {
    // No OutOfMemoryError: one that a test lets through ends the whole run of tests.
    throw new InternalError("of the test");
  }
}
