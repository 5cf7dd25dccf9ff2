package dev.millrace.internal;

import java.util.function.Predicate;

/** Has every wait spin, and fail in it after something has happened, as when the stack ends. */
final class SpinThatFails extends SpinBudget {

  private final Runnable before;

  SpinThatFails(Runnable before) {
    this.before = before;
  }

  @Override
  boolean isToSpin(int random) {
    return true;
  }

  @Override
  <T> long look(T waiter, Predicate<? super T> isServed, int pauses, long deadline) {
    before.run();
    throw new StackOverflowError("of the test");
  }
}
