package dev.millrace.generated;

import dev.millrace.internal.Waiter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Watches for a topology in which every stage that still runs waits for a channel and nothing
 * moves: left to itself it would stay so for ever.
 */
final class Standstill {

  private static final Duration SHORTEST_LOOK = Duration.ofMillis(1);
  private static final Duration LONGEST_LOOK = Duration.ofMillis(50);

  private final List<Thread> stages;
  private final LongSupplier movement;
  private final Duration atMost;

  private long lastMovement;
  private long since = System.nanoTime();

  /**
   * Begins to watch.
   *
   * @param movement a number that changes whenever anything happens in any channel
   * @param atMost how long nothing may happen
   */
  Standstill(List<Thread> stages, LongSupplier movement, Duration atMost) {
    this.stages = stages;
    this.movement = movement;
    this.atMost = atMost;
    this.lastMovement = movement.getAsLong();
  }

  /** How long to wait before asking {@link #hasLasted} again. */
  Duration nextLook() {
    Duration tenth = atMost.dividedBy(10);
    if (tenth.compareTo(LONGEST_LOOK) > 0) {
      return LONGEST_LOOK;
    }
    return tenth.compareTo(SHORTEST_LOOK) > 0 ? tenth : SHORTEST_LOOK;
  }

  boolean hasLasted() {
    long now = System.nanoTime();
    long moved = movement.getAsLong();
    if (moved != lastMovement || !everybodyWaits()) {
      lastMovement = moved;
      since = now;
      return false;
    }
    return Duration.ofNanos(now - since).compareTo(atMost) >= 0;
  }

  private boolean everybodyWaits() {
    for (Thread stage : stages) {
      if (stage.isAlive() && !(LockSupport.getBlocker(stage) instanceof Waiter)) {
        return false;
      }
    }
    return true;
  }
}
