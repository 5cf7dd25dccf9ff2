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

  /** As long as any test may take: it is the test's own time limit that ends one that hangs. */
  private static final Duration LIMIT = Duration.ofMinutes(10);

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
    try {
      if (!thread.join(LIMIT)) {
        throw stuck("has not ended");
      }
    } catch (InterruptedException e) {
      e.addSuppressed(stuck("has not ended"));
      throw e;
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
   * Waits until it waits in a channel operation or a select. It stands in its queues then: places
   * are taken before parking. Who was served already, and is only slow to wake, does not wait.
   */
  public TestThread<T> awaitParked() {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!(LockSupport.getBlocker(thread) instanceof Waiting wait && wait.isWaiting())) {
      if (!thread.isAlive()) {
        throw new AssertionError("Expected to wait, but ended with " + result, failure);
      }
      if (Thread.currentThread().isInterrupted() || System.nanoTime() > deadline) {
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
      if (Thread.currentThread().isInterrupted() || System.nanoTime() > deadline) {
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
    var error = new AssertionError(thread + " " + what + "; it is here:");
    error.setStackTrace(thread.getStackTrace());
    return error;
  }
}
