package dev.millrace.internal;

import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * One end of a {@link OneToOneRing}, and how it waits for the other end.
 *
 * <p><b>The fence is the price.</b> The usual way to park needs a full fence after every value: the
 * one end publishes and looks whether the other waits, the other says that it waits and looks
 * whether anything was published, and a fence between the two steps on <em>both</em> sides makes
 * sure that at least one of them sees the other. Here only the end that waits pays:
 *
 * <ol>
 *   <li>It announces ({@link #wakeAt}), with a full fence, that it is about to park.
 *   <li>It looks again for a microsecond or two. What the other end has stored before it could see
 *       the announcement is then no longer in that core's store buffer.
 *   <li>It parks, <em>with a time limit</em>, and looks again whenever the limit has passed.
 * </ol>
 *
 * <p>The other end stores (release) and reads the announcement (opaque), without a fence between
 * the two. By the memory model it may miss the announcement; then the next value, its own next wait
 * or its close wakes this end, and if none of them comes, the time limit. So progress never hangs
 * on timing, only the delay of a wake-up does. An end that is about to park itself, or that closes,
 * looks at the announcement after a full fence and cannot miss it.
 *
 * <p>The limit has a price too, where a park is long: starting and cancelling its timer is half of
 * what a message takes that comes after a silence.
 *
 * <p>Temporally bounded, asymmetric Dekker: Morrison and Afek, "Temporally Bounding TSO for
 * Fence-Free Asymmetric Synchronization", ASPLOS 2015.
 */
final class RingEnd extends OneToOneEnd {

  /** How long a first park lasts at most, and so by how much a missed announcement delays. */
  private static final long FIRST_LIMIT_NANOS = 1_000_000;

  /** Limits double up to this one, so that a channel nobody uses for long costs next to nothing. */
  private static final long LAST_LIMIT_NANOS = 1_024 * FIRST_LIMIT_NANOS;

  /** Looks between announcement and park: a microsecond or two. */
  private static final int LOOKS_BEFORE_PARK = 40;

  /** Pauses between two looks: who looks all the time makes every value a cache-line transfer. */
  private static final int PAUSES_PER_LOOK = 4;

  private static final int MOST_LOOKS = 64;

  /** After how many waits this end looks whether a {@link Breath} is due, less one. */
  private static final int WAITS_PER_LOOK_MASK = 127;

  static final long BREATH_INTERVAL_NANOS = 5_000_000;

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
      return true;
    }
    if ((waits++ & WAITS_PER_LOOK_MASK) == WAITS_PER_LOOK_MASK) {
      breatheIfDue(BREATH_INTERVAL_NANOS);
    }
    thread = Thread.currentThread();
    awaited = near;
    LockSupport.setCurrentBlocker(this);
    try {
      return park(other, near, far, deadline);
    } finally {
      wakeAt = NOT_WAITING;
      LockSupport.setCurrentBlocker(null);
    }
  }

  private boolean park(RingEnd other, long near, long far, long deadline)
      throws InterruptedException {
    long slot = far;
    long limit = FIRST_LIMIT_NANOS;
    while (true) {
      wakeAt = slot + 1;
      VarHandle.fullFence();
      // Both ends would sleep if each waited for the other to go on.
      other.wakeIfWaiting();
      for (int look = LOOKS_BEFORE_PARK; look > 0; look--) {
        if (ring.isReadyOrClosed(sends, slot)) {
          return true;
        }
        Thread.onSpinWait();
      }
      if (Thread.currentThread().isInterrupted() && !ring.isReadyOrClosed(sends, near)) {
        boolean unused = Thread.interrupted();
        throw new InterruptedException();
      }
      long nanos = limit;
      if (deadline != Waiter.FOREVER) {
        nanos = Math.min(limit, deadline - System.nanoTime());
        if (nanos <= 0) {
          return ring.isReadyOrClosed(sends, near);
        }
      }
      LockSupport.parkNanos(nanos);
      if (ring.isReadyOrClosed(sends, near)) {
        return true;
      }
      // From now on the first slot counts: the other end may take its time.
      slot = near;
      limit = Math.min(2 * limit, LAST_LIMIT_NANOS);
    }
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
