package dev.millrace.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A call in a thread of its own that waits for a channel. */
public final class Waiting<T> {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final FutureTask<T> call;
  private final Thread thread;

  private Waiting(Callable<T> call) {
    this.call = new FutureTask<>(call);
    this.thread = Thread.startVirtualThread(this.call);
  }

  /** Starts the call, and returns when it waits. */
  public static <T> Waiting<T> in(Callable<T> call) {
    Waiting<T> waiting = new Waiting<>(call);
    long end = System.nanoTime() + LIMIT.toNanos();
    while (LockSupport.getBlocker(waiting.thread) == null) {
      assertTrue(System.nanoTime() < end, "the call does not wait");
      assertTrue(!waiting.call.isDone(), "the call is over");
      LockSupport.parkNanos(100_000);
    }
    return waiting;
  }

  /** Interrupts the call. */
  public Waiting<T> interrupt() {
    thread.interrupt();
    return this;
  }

  /** What the call returned; what it threw is thrown as it was. */
  public T result() throws Exception {
    try {
      return call.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Exception exception) {
        throw exception;
      }
      throw failed;
    }
  }
}
