package dev.millrace.harness;

import dev.millrace.annotation.Nullable;
import dev.millrace.internal.Waiting;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread of a test. Whatever it throws comes out of {@link #join}, or fails the test at its end.
 *
 * @param <T> the type of its result
 */
public final class TestThread<T> {

  /** How long anything may take before the test is taken to hang. */
  static final Duration LIMIT = Duration.ofSeconds(30);

  private final Thread thread;
  private volatile @Nullable T result;
  private volatile @Nullable Throwable failure;

  /** Whether the test has seen how this thread ended. */
  private boolean joined;

  TestThread(ThreadKind kind, Callable<? extends T> body) {
    thread =
        kind.unstarted(
            () -> {
              try {
                result = body.call();
              } catch (Throwable e) {
                failure = e;
              }
            });
  }

  void start() {
    thread.start();
  }

  /** Waits for its end, with a limit, and returns or throws what it returned or threw. */
  @SuppressWarnings("NullAway") // The result is null only if T is a nullable type.
  public T join() throws Exception {
    joined = true;
    if (!thread.join(LIMIT)) {
      throw stuck("has not ended");
    }
    switch (failure) {
      case null -> {
        return result;
      }
      case Exception e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new AssertionError(e);
    }
  }

  /**
   * Waits until it is parked in a channel operation or a select. It stands in its queues then:
   * places are taken before parking.
   */
  public TestThread<T> awaitParked() {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!(LockSupport.getBlocker(thread) instanceof Waiting)) {
      if (!thread.isAlive()) {
        throw new AssertionError("Expected to wait, but ended with " + result, failure);
      }
      if (System.nanoTime() > deadline) {
        throw stuck("has not parked");
      }
      LockSupport.parkNanos(20_000);
    }
    return this;
  }

  /** Waits until it is in this state; for what it does outside channel operations. */
  public void awaitState(Thread.State state) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (thread.getState() != state) {
      if (!thread.isAlive()) {
        throw new AssertionError("Expected to be " + state + ", but ended", failure);
      }
      if (System.nanoTime() > deadline) {
        throw stuck("is not " + state);
      }
      LockSupport.parkNanos(20_000);
    }
  }

  public void interrupt() {
    thread.interrupt();
  }

  public boolean isAlive() {
    return thread.isAlive();
  }

  boolean joined() {
    return joined;
  }

  private AssertionError stuck(String what) {
    var error = new AssertionError(thread + " " + what + " within " + LIMIT + "; it is here:");
    error.setStackTrace(thread.getStackTrace());
    return error;
  }
}
