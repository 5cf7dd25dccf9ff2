package dev.millrace.internal;

/** One that is always due, and fails as when there is no memory for its timer. */
final class BreathThatFails extends Breath {

  private final Runnable before;

  BreathThatFails() {
    this(() -> {});
  }

  /** One that fails after something has happened. */
  BreathThatFails(Runnable before) {
    this.before = before;
  }

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
    before.run();
    // No OutOfMemoryError: one that a test lets through ends the whole run of tests.
    throw new InternalError("of the test");
  }
}
