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
    throw new OutOfMemoryError("of the test");
  }
}
