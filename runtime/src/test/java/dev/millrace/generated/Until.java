package dev.millrace.generated;

import static org.junit.jupiter.api.Assertions.fail;

import dev.millrace.RunningTopology;
import dev.millrace.TopologySnapshot.StageThread;
import dev.millrace.internal.Waiting;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a state, not for a time; the limit only ends a test that hangs. */
final class Until {

  static final Duration LIMIT = Duration.ofMinutes(2);

  private Until() {}

  static void holds(String what, BooleanSupplier state) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!state.getAsBoolean()) {
      if (Thread.currentThread().isInterrupted() || System.nanoTime() > end) {
        fail("Never came true: " + what);
      }
      LockSupport.parkNanos(100_000);
    }
  }

  /** The thread waits for a channel. Who was served, and is only slow to wake, does not. */
  static void parked(Thread thread) {
    holds(thread + " waits", () -> waits(thread));
  }

  /** It will not take a breath any more, between which and its wait it has no blocker. */
  static void parkedForGood(Thread thread) {
    holds(
        thread + " waits for good",
        () -> thread.getState() == Thread.State.WAITING && waits(thread));
  }

  private static boolean waits(Thread thread) {
    return LockSupport.getBlocker(thread) instanceof Waiting wait && wait.isWaiting();
  }

  /** A stage's thread does what the snapshot is to say. */
  static void stage(RunningTopology topology, String thread, String activity) {
    StageThread expected = new StageThread(thread, activity);
    holds(expected.toString(), () -> topology.snapshot().stages().contains(expected));
  }
}
