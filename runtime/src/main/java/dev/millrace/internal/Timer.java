package dev.millrace.internal;

import dev.millrace.Receiver;
import dev.millrace.Ticker;
import dev.millrace.annotation.Nullable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The flavours that are fed by the clock: after, tick and never.
 *
 * <p>There is no thread behind a timer. Its state is the time of the next tick; whoever comes along
 * compares it with the clock and, with the lock held, first {@linkplain #catchUp makes up} for all
 * that a timer thread would have done since anybody last looked. So all answers are those of a
 * channel of capacity 1 into which a tick was put at its time if there was room. Only the waking is
 * left to the waiters: each parks until the next tick at the latest, and then serves whoever is the
 * first in the queue.
 *
 * <p>Three invariants hold whenever the lock is free, and whatever {@link #catchUp} has yet to do:
 *
 * <ol>
 *   <li>No tick is given before its time, and none from before the last reset or stop after it.
 *   <li>At most one tick is pending; those that come due while it is are missed, not kept.
 *   <li>Every receiver that waits is going to look at the clock at {@code next} or earlier: it asks
 *       for {@link #nextAlarm} before it parks, and is woken if that becomes another time.
 * </ol>
 *
 * <p>{@code crossbeam-channel} has such timers ({@code flavors/at.rs}, {@code tick.rs}); the queue
 * of receivers is what makes ticks go to those who waited longest, and a reset reach those who
 * wait.
 */
public final class Timer extends Flavour<Instant> implements Ticker {

  /** The interval of a timer that ticks once. */
  private static final long ONCE = 0;

  /** When the oldest tick that nobody has taken is due, or {@link Waiter#FOREVER}. */
  private long next;

  private long interval;

  /**
   * Whom the holder of the lock has served besides: there is one as a rule. Open to tests, in which
   * it may not grow.
   */
  @Nullable ArrayList<Waiter> alsoServed;

  private Timer(String name, long next, long interval) {
    super(name);
    this.next = next;
    this.interval = interval;
  }

  /** See {@link Receiver#after}. */
  public static Receiver<Instant> after(Duration delay) {
    return new Timer("after " + delay, Deadline.in(Deadline.nanos(delay)), ONCE);
  }

  /** See {@link Ticker#every}. */
  public static Ticker every(Duration interval) {
    long nanos = intervalNanos(interval);
    return new Timer("every " + interval, Deadline.in(nanos), nanos);
  }

  /** See {@link Receiver#never}. */
  @SuppressWarnings("unchecked") // What never comes is of any type.
  public static <T> Receiver<T> never() {
    return (Receiver<T>) (Receiver<?>) new Timer("never", Waiter.FOREVER, ONCE);
  }

  private static long intervalNanos(Duration interval) {
    if (!interval.isPositive()) {
      throw new IllegalArgumentException(
          "A ticker cannot tick every " + interval + ". Use an interval longer than zero.");
    }
    return Deadline.nanos(interval);
  }

  @Override
  public void reset(Duration interval) {
    long nanos = intervalNanos(interval);
    lock();
    try {
      long now = catchUp();
      makeRoomToServe(receivers().length());
      this.interval = nanos;
      next = Deadline.after(now, nanos);
      // They are parked until a tick that no longer comes, or for ever.
      for (Place place = receivers().head(); place != null; place = place.next) {
        serve(place.waiter);
      }
    } finally {
      unlockAndWake();
    }
  }

  @Override
  public void stop() {
    lock();
    try {
      catchUp();
      next = Waiter.FOREVER;
    } finally {
      unlockAndWake();
    }
  }

  // The steps

  /**
   * Gives the ticks whose time has come to those who have waited for them. At most one tick stays
   * pending then, and only if nobody waits.
   *
   * @return the present time
   */
  private long catchUp() {
    long now = System.nanoTime();
    while (isDue(now) && !receivers().looksEmpty()) {
      makeRoomToServe(1);
      Place receiver = receivers().claimFirst(instant(next, now));
      if (receiver != null) {
        serve(receiver.waiter);
        next = tickAfter(next);
      }
    }
    return now;
  }

  /** Before anybody is claimed: who cannot be noted down then, for want of memory, is not woken. */
  private void makeRoomToServe(int more) {
    int others = served == null ? more - 1 : more;
    if (others <= 0) {
      return;
    }
    if (alsoServed == null) {
      alsoServed = new ArrayList<>(others);
    } else {
      alsoServed.ensureCapacity(alsoServed.size() + others);
    }
  }

  /** There must be {@linkplain #makeRoomToServe room}. */
  private void serve(Waiter waiter) {
    if (served == null) {
      served = waiter;
    } else {
      Objects.requireNonNull(alsoServed).add(waiter);
    }
  }

  private boolean isDue(long now) {
    return next != Waiter.FOREVER && next - now <= 0;
  }

  /** The first tick later than the given time, which is that of the next tick or later. */
  private long tickAfter(long time) {
    if (interval == ONCE) {
      return Waiter.FOREVER;
    }
    long missed = (time - next) / interval;
    return Deadline.after(next, (missed + 1) * interval);
  }

  private static Instant instant(long tick, long now) {
    return Instant.now().minusNanos(now - tick);
  }

  @Override
  @Nullable
  Object pull() {
    long now = catchUp();
    if (!isDue(now)) {
      return null;
    }
    Instant tick = instant(next, now);
    next = tickAfter(now);
    return tick;
  }

  @Override
  boolean canPull() {
    return isDue(catchUp());
  }

  @Override
  boolean ended() {
    return false;
  }

  @Override
  @Nullable
  Throwable cause() {
    return null;
  }

  /** It becomes ready by time alone, when there is nobody who could mark. */
  @Override
  boolean marksArms() {
    return false;
  }

  @Override
  boolean looksUnableToPull() {
    return !isDue(System.nanoTime());
  }

  @Override
  boolean looksOpen() {
    return true;
  }

  @Override
  int stepsAhead(boolean sends) {
    return 1;
  }

  @Override
  long nextAlarm() {
    lock();
    try {
      catchUp();
      return next;
    } finally {
      unlockAndWake();
    }
  }

  @Override
  void unlockAndWake() {
    Waiter one = takeServed();
    List<Waiter> others = alsoServed;
    alsoServed = null;
    unlock();
    if (one != null) {
      one.wake();
    }
    if (others != null) {
      Waiter.wakeAll(others);
    }
  }

  // Looking

  @Override
  public int size() {
    lock();
    try {
      return canPull() ? 1 : 0;
    } finally {
      unlockAndWake();
    }
  }

  @Override
  public int capacity() {
    return 1;
  }

  @Override
  public long dropped() {
    return 0;
  }

  @Override
  public boolean isClosed() {
    return false;
  }
}
