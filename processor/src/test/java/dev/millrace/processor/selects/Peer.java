package dev.millrace.processor.selects;

import dev.millrace.ChannelClosedException;
import dev.millrace.ChannelInterruptedException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A thread beside the test's, with what came of it. */
final class Peer {

  static final Duration LIMIT = Duration.ofSeconds(60);

  private final FutureTask<String> task;
  private final Thread thread;

  private Peer(Callable<String> action) {
    task = new FutureTask<>(() -> outcome(action));
    thread = Thread.startVirtualThread(task);
  }

  /** Starts a thread and returns when it waits. */
  static Peer waiting(Callable<String> action) {
    Peer peer = new Peer(action);
    await(
        () -> {
          if (peer.task.isDone()) {
            throw new AssertionError("should wait, but: " + peer.join());
          }
          return isWaiting(peer.thread);
        },
        () -> "the other thread is " + peer.thread.getState());
    return peer;
  }

  /** A thread that takes a breath before it parks stands in the queues as well. */
  static boolean isWaiting(Thread thread) {
    return thread.getState() == Thread.State.WAITING
        || thread.getState() == Thread.State.TIMED_WAITING;
  }

  void interrupt() {
    thread.interrupt();
  }

  /** What came of it, or that nothing did in time. */
  String join() {
    try {
      return task.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception | AssertionError failed) {
      throw new AssertionError("no outcome in the other thread", failed);
    }
  }

  /** What an action returns, or the name of the exception that the language lets it throw. */
  static String outcome(Callable<String> action) {
    try {
      return action.call();
    } catch (ChannelClosedException closed) {
      return "ChannelClosedException";
    } catch (IllegalStateException endless) {
      // Of which class exactly is nobody's business.
      return "IllegalStateException";
    } catch (InterruptedException | ChannelInterruptedException interrupted) {
      return withFlag(interrupted.getClass().getSimpleName());
    } catch (Exception unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  private static String withFlag(String exception) {
    return Thread.interrupted() ? exception + " and flag" : exception;
  }

  /** Waits for a state itself, and fails if it does not come. */
  static void await(BooleanSupplier condition, Supplier<String> instead) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("after " + LIMIT + ": " + instead.get());
      }
      LockSupport.parkNanos(10_000);
    }
  }
}
