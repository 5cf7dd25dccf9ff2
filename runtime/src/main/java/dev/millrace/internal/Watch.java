package dev.millrace.internal;

import dev.millrace.annotation.Nullable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Looks after ends that are parked without a time limit, and wakes those whose wake-up was missed:
 * a millisecond after one of them has parked, and again and again as long as one waits. So there is
 * one timer in a millisecond, however often they park. While none of them moves it looks less and
 * less often, so that a topology nobody uses for long costs next to nothing.
 *
 * <p><b>Nobody is forgotten.</b> An end announces that it waits and then {@linkplain #begin reads}
 * whether a look is pending; the last look takes back that one is pending and then reads the
 * announcements. An announcement is followed by a full fence, the others are volatile, so at least
 * one of the two sees the other.
 */
final class Watch {

  /** By how much a missed announcement delays, or two of it. */
  private static final long FIRST_DELAY_NANOS = 1_000_000;

  private static final long LAST_DELAY_NANOS = 1_024 * FIRST_DELAY_NANOS;

  private static final VarHandle PENDING;

  static {
    try {
      PENDING = MethodHandles.lookup().findVarHandle(Watch.class, "pending", Look.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Runs something later, soon after it is due, in a thread that may be shared. */
  @FunctionalInterface
  interface Later {
    void run(Runnable task, long delayNanos);
  }

  /** A look that is due after this time, as long as it is the one that is pending. */
  private final class Look implements Runnable {
    final long delayNanos;
    final long waitsBefore;

    Look(long delayNanos, long waitsBefore) {
      this.delayNanos = delayNanos;
      this.waitsBefore = waitsBefore;
    }

    @Override
    public void run() {
      if (pending == this) {
        try {
          lookAfterAll(this);
        } catch (Throwable failed) {
          giveUp();
          throw failed;
        }
      }
    }
  }

  private final Later later;

  /** Complete before any thread waits. */
  private final List<WatchedEnd> ends = new ArrayList<>();

  private volatile @Nullable Look pending;

  Watch() {
    this(
        (task, delay) ->
            CompletableFuture.delayedExecutor(delay, TimeUnit.NANOSECONDS, Runnable::run)
                .execute(task));
  }

  Watch(Later later) {
    this.later = later;
  }

  void add(WatchedEnd end) {
    ends.add(end);
  }

  /** To be called by an end that has announced that it waits, before it parks. */
  void begin() {
    try {
      Look before = pending;
      // One that is due late was for those who have not moved for long. This one is on the move.
      while (before == null || before.delayNanos > FIRST_DELAY_NANOS) {
        if (replace(before, new Look(FIRST_DELAY_NANOS, 0))) {
          return;
        }
        before = pending;
      }
    } catch (Throwable failed) {
      giveUp();
      throw failed;
    }
  }

  /** After an error, as when there is no memory for a timer: who parks would rely on a look. */
  private void giveUp() {
    pending = null;
    for (WatchedEnd end : ends) {
      end.wakeIfWaiting();
    }
  }

  /** After a full fence: wakes the other ends that wait in vain. */
  void wakeAllBut(WatchedEnd one) {
    for (WatchedEnd end : ends) {
      if (end != one) {
        end.wakeIfItCanGoOn();
      }
    }
  }

  private void lookAfterAll(Look present) {
    long waits = 0;
    for (WatchedEnd end : ends) {
      end.wakeIfItCanGoOn();
      waits += end.waits();
    }
    if (doesAnyWait()) {
      long delay =
          waits == present.waitsBefore
              ? Math.min(2 * present.delayNanos, LAST_DELAY_NANOS)
              : FIRST_DELAY_NANOS;
      // If it loses, then to somebody who is on the move and looks earlier.
      boolean unused = replace(present, new Look(delay, waits));
    } else if (PENDING.compareAndSet(this, present, null) && doesAnyWait()) {
      begin();
    }
  }

  private boolean doesAnyWait() {
    for (WatchedEnd end : ends) {
      if (end.hasAnnounced()) {
        return true;
      }
    }
    return false;
  }

  private boolean replace(@Nullable Look before, Look next) {
    if (!PENDING.compareAndSet(this, before, next)) {
      return false;
    }
    later.run(next, next.delayNanos);
    return true;
  }
}
