package dev.millrace.internal;

import java.util.concurrent.locks.LockSupport;

/**
 * One end of a {@link OneToOneRing}, and how it waits for the other end: it looks again for a
 * moment, if that has paid lately for either of the two, and parks.
 */
final class RingEnd extends AnnouncingEnd {

  /** How long a first park with a limit lasts, and so by how much a missed announcement delays. */
  private static final long FIRST_LIMIT_NANOS = 1_000_000;

  /** Limits double up to this one, so that a channel nobody uses for long costs next to nothing. */
  private static final long LAST_LIMIT_NANOS = 1_024 * FIRST_LIMIT_NANOS;

  private static final long UNLIMITED = Long.MAX_VALUE;

  /**
   * Looks between announcement and park with a limit: a microsecond or two. With one carrier hardly
   * anybody publishes meanwhile: a platform thread, or one on a carrier that makes up for a blocked
   * one. If that misses the announcement, the limit catches it.
   */
  private static final int LOOKS_BEFORE_PARK = SpinBudget.SEVERAL_CARRIERS ? 40 : 1;

  private static final int FEWEST_PAUSES_PER_LOOK = 2;
  private static final int MOST_PAUSES_PER_LOOK = 20;

  /** So the pauses between two looks take as long as a fifth or so of the buffer. */
  private static final int SLOTS_PER_PAUSE = 32;

  /** With more pauses per look, the looks of a spin take longer than a spin that pays. */
  private static final int MOST_PAUSES_UNTIMED = 4;

  /** After so many parks an end that only parks probes whether to spin pays by now. */
  private static final int FIRST_PROBE_PARKS = 8;

  /** Each one that does not pay makes it four times as many until the next, so often at most. */
  private static final int MOST_PROBES_IN_VAIN = 3;

  /**
   * A probe has paid if so many buffers have passed with each park since. While both ends park, one
   * or two do.
   */
  private static final int BUFFERS_PER_PARK = 8;

  /** So long an end that spins holds out for more than it needs. */
  private static final int MOST_LOOKS_FOR_WISHED = 15;

  private final OneToOneRing<?> ring;
  private final SpinBudget spinning;

  /**
   * Who looks all the time makes every value a cache-line transfer: the other end is to get ahead,
   * but not so far that it has to wait, too.
   */
  private final int pausesPerLook;

  RingEnd(OneToOneRing<?> ring, boolean sends, SpinBudget spinning) {
    super(ring, sends);
    this.ring = ring;
    this.spinning = spinning;
    pausesPerLook =
        Math.clamp(ring.capacity / SLOTS_PER_PAUSE, FEWEST_PAUSES_PER_LOOK, MOST_PAUSES_PER_LOOK);
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
    spin(near, far, deadline);
    if (ring.isReadyOrClosed(sends, near)) {
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

  /**
   * To be called now and then by a thread that may never have to wait; before a value is
   * transferred, since an error in a breath must not cost it or look as if it was not sent.
   */
  void lookUp() {
    standDownIfBusy();
    breatheIfOverdue();
  }

  /** Looks again for a moment, if that has paid lately, or to see whether it does. */
  private void spin(long near, long far, long deadline) {
    if (spinning.hasCredit() || (spinning.mayProbe() && isToProbe())) {
      lookAgain(near, far, deadline);
    }
  }

  /**
   * Both ends of a ring can go on for long by parking for each other, at several times the cost:
   * each is woken on the other's carrier, has used up all that there was before the other has been
   * stolen from there, and parks in turn. It takes one of them that holds out for the other once.
   *
   * <p>A probe takes up to forty microseconds, several times as long as a park with its wake-up,
   * and one that succeeds by chance buys a few spins more, each of which may take as long. So a
   * probe counts as {@link #probesInVain in vain}, however it ended, until so many values have
   * passed as only spinning explains, and each one in vain makes the next rarer. Since that counts
   * parks, and not time, it bounds what probes add to each park, and so what they cost all rings of
   * a program, however many there are.
   */
  boolean isToProbe() {
    // Unsigned: while there is credit nobody asks, however often this end parks.
    long parks = Integer.toUnsignedLong(waits - waitsAtProbe);
    if (index - indexAtProbe > (long) BUFFERS_PER_PARK * ring.capacity * parks) {
      // The last one has paid.
      probesInVain = 0;
    }
    if (parks < FIRST_PROBE_PARKS << (2 * probesInVain)) {
      return false;
    }
    probesInVain = Math.min(probesInVain + 1, MOST_PROBES_IN_VAIN);
    waitsAtProbe = waits;
    indexAtProbe = index;
    return true;
  }

  void lookAgain(long near, long far, long deadline) {
    needed = near;
    wished = far;
    looksForWished = MOST_LOOKS_FOR_WISHED;
    boolean pausesLong = pausesPerLook > MOST_PAUSES_UNTIMED;
    long nanos = spinning.look(this, RingEnd::isServed, pausesLong, deadline);
    if (nanos == SpinBudget.IN_VAIN) {
      return;
    }
    if (near == far) {
      spinning.succeeded(nanos);
    } else if (ring.isReadyOrClosed(sends, far)) {
      // Half of a buffer is worth that time, however long it was.
      spinning.succeeded(0);
    } else {
      spinning.hadToMakeDo(nanos);
    }
  }

  /** Each look comes after a pause: this end has just looked. */
  boolean isServed() {
    for (int pause = 0; pause < pausesPerLook; pause++) {
      Thread.onSpinWait();
    }
    boolean wishes = looksForWished > 0;
    if (wishes) {
      looksForWished--;
    }
    return ring.isReadyOrClosed(sends, wishes ? wished : needed);
  }

  @Override
  void beforeBreath() {
    spinning.bePatient();
  }

  @Override
  public boolean isWaiting() {
    return hasAnnounced() && !ring.isReadyOrClosed(sends, awaited);
  }
}
