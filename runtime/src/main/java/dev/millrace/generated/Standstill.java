package dev.millrace.generated;

import dev.millrace.annotation.Nullable;
import dev.millrace.internal.Waiting;
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
  private final LongSupplier clock;

  private long lastMovement;
  private final @Nullable Wait[] lastWaits;
  private long since;

  /**
   * Begins to watch.
   *
   * @param movement a number that changes whenever anything happens in any channel
   * @param atMost how long nothing may happen
   */
  Standstill(List<Thread> stages, LongSupplier movement, Duration atMost) {
    this(stages, movement, atMost, System::nanoTime);
  }

  /** Begins to watch by another clock than {@link System#nanoTime}. */
  Standstill(List<Thread> stages, LongSupplier movement, Duration atMost, LongSupplier clock) {
    this.stages = stages;
    this.movement = movement;
    this.atMost = atMost;
    this.clock = clock;
    this.lastMovement = movement.getAsLong();
    this.lastWaits = new Wait[stages.size()];
    boolean unused = everybodyWaitsAsBefore();
    this.since = clock.getAsLong();
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
    long now = clock.getAsLong();
    boolean waits = everybodyWaitsAsBefore();
    // Read after the stages: if it has not changed, they all waited at one instant.
    long moved = movement.getAsLong();
    if (moved != lastMovement || !waits) {
      lastMovement = moved;
      since = now;
      return false;
    }
    return Duration.ofNanos(now - since).compareTo(atMost) >= 0;
  }

  private boolean everybodyWaitsAsBefore() {
    boolean asBefore = true;
    for (int i = 0; i < lastWaits.length; i++) {
      Thread stage = stages.get(i);
      Wait wait = Wait.of(LockSupport.getBlocker(stage));
      // Waiting anew is a movement too, in a channel that is none of the topology's.
      asBefore &= wait.equals(lastWaits[i]) && (waits(stage, wait.blocker()) || !stage.isAlive());
      lastWaits[i] = wait;
    }
    return asBefore;
  }

  /** One wait of one thread: a select waits again and again with one blocker. */
  private record Wait(@Nullable Object blocker, int number) {
    static Wait of(@Nullable Object blocker) {
      return new Wait(blocker, blocker instanceof Waiting waiting ? waiting.waits() : 0);
    }
  }

  /** A stage that was served or interrupted, and is only slow to wake, does not wait. */
  private static boolean waits(Thread stage, @Nullable Object blocker) {
    return blocker instanceof Waiting waiting && waiting.isWaiting() && !stage.isInterrupted();
  }
}
