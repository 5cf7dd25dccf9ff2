package dev.millrace.internal;

import java.util.concurrent.locks.LockSupport;

/**
 * One end of a {@link OneToOneRing}, and how it waits for the other end: it looks again for a
 * moment, for as long as that has paid lately, and parks.
 */
final class RingEnd extends AnnouncingEnd {

  /** How long a first park with a limit lasts, and so by how much a missed announcement delays. */
  private static final long FIRST_LIMIT_NANOS = 1_000_000;

  /** Limits double up to this one, so that a channel nobody uses for long costs next to nothing. */
  private static final long LAST_LIMIT_NANOS = 1_024 * FIRST_LIMIT_NANOS;

  private static final long UNLIMITED = Long.MAX_VALUE;

  /** Looks between announcement and park with a limit: a microsecond or two. */
  private static final int LOOKS_BEFORE_PARK = 40;

  /** Pauses between two looks: who looks all the time makes every value a cache-line transfer. */
  private static final int PAUSES_PER_LOOK = 4;

  private static final int MOST_LOOKS = 64;

  private final OneToOneRing<?> ring;

  RingEnd(OneToOneRing<?> ring, boolean sends) {
    super(ring, sends);
    this.ring = ring;
    looks = MOST_LOOKS;
  }

  /**
   * Waits until the slot is ready, the channel is closed or the deadline has passed.
   *
   * @param near the slot without which this end cannot go on
   * @param far a later slot, or the same: to be woken for it is cheaper than for the first, if only
   *     the other end goes on
   * @return false if the deadline has passed
   * @throws InterruptedException if interrupted; the slot was not ready then
   */
  boolean await(RingEnd other, long near, long far, long deadline) throws InterruptedException {
    if (spin(far) || ring.isReady(sends, near)) {
      standDownIfBusy();
      return true;
    }
    breatheIfDue(waits++);
    thread = Thread.currentThread();
    awaited = near;
    LockSupport.setCurrentBlocker(this);
    beginToPark();
    try {
      return park(other, near, far, deadline);
    } finally {
      endAnnouncement();
      LockSupport.setCurrentBlocker(null);
    }
  }

  private boolean park(RingEnd other, long near, long far, long deadline)
      throws InterruptedException {
    // Who has no limit must not wait for more than it needs: it may never come.
    long slot = stands() ? near : far;
    long limit = FIRST_LIMIT_NANOS;
    while (true) {
      boolean certain = announce(other, slot);
      for (int look = certain ? 1 : LOOKS_BEFORE_PARK; look > 0; look--) {
        if (ring.isReadyOrClosed(sends, slot)) {
          return true;
        }
        Thread.onSpinWait();
      }
      if (Thread.currentThread().isInterrupted() && !ring.isReadyOrClosed(sends, near)) {
        boolean unused = Thread.interrupted();
        throw new InterruptedException();
      }
      if (!park(certain ? UNLIMITED : limit, deadline)) {
        return ring.isReadyOrClosed(sends, near);
      }
      if (ring.isReadyOrClosed(sends, near)) {
        return true;
      }
      // From now on the first slot counts: the other end may take its time.
      slot = near;
      limit = Math.min(2 * limit, LAST_LIMIT_NANOS);
    }
  }

  /** False if the deadline had passed before. */
  private static boolean park(long limit, long deadline) {
    if (deadline == Waiter.FOREVER && limit == UNLIMITED) {
      LockSupport.park();
      return true;
    }
    long nanos = limit;
    if (deadline != Waiter.FOREVER) {
      nanos = Math.min(limit, deadline - System.nanoTime());
      if (nanos <= 0) {
        return false;
      }
    }
    LockSupport.parkNanos(nanos);
    return true;
  }

  /** To be called now and then by a thread that may never have to wait. */
  void lookUp() {
    standDownIfBusy();
    breatheIfDue(0);
  }

  /** Looks again for a moment, for as long as that has paid lately. */
  private boolean spin(long slot) {
    for (int look = 0; look < looks; look++) {
      for (int pause = 0; pause < PAUSES_PER_LOOK; pause++) {
        Thread.onSpinWait();
      }
      if (ring.isReadyOrClosed(sends, slot)) {
        looks = Math.min(2 * looks, MOST_LOOKS);
        return true;
      }
    }
    // Where the other end needs this very core, spinning only keeps it from running.
    looks = looks > 0 ? looks / 2 : (waits & 15) == 0 ? 4 : 0;
    return false;
  }

  @Override
  public boolean isWaiting() {
    return hasAnnounced() && !ring.isReadyOrClosed(sends, awaited);
  }
}
