package dev.millrace.generated;

import static org.junit.jupiter.api.Assertions.fail;

import dev.millrace.RunningTopology;
import dev.millrace.TopologySnapshot.StageThread;
import dev.millrace.internal.Waiting;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a state, not for a time; the limit only keeps a broken test from hanging. */
final class Until {

  static final Duration LIMIT = Duration.ofSeconds(30);

  private Until() {}

  static void holds(String what, BooleanSupplier state) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!state.getAsBoolean()) {
      if (System.nanoTime() > end) {
        fail("Never came true: " + what);
      }
      LockSupport.parkNanos(100_000);
    }
  }

  /** The thread waits for a channel. */
  static void parked(Thread thread) {
    holds(thread + " waits", () -> LockSupport.getBlocker(thread) instanceof Waiting);
  }

  /** A stage's thread does what the snapshot is to say. */
  static void stage(RunningTopology topology, String thread, String activity) {
    StageThread expected = new StageThread(thread, activity);
    holds(expected.toString(), () -> topology.snapshot().stages().contains(expected));
  }
}
