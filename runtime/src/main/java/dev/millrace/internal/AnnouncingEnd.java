package dev.millrace.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * One end of a {@link OneToOneRing}: how it says that it parks, and how the other end sees to it
 * that it is woken.
 *
 * <p><b>The fence is the price.</b> The usual way to park needs a full fence after every value: the
 * one end publishes and looks whether the other waits, the other says that it waits and looks
 * whether anything was published, and a fence between the two steps on <em>both</em> sides makes
 * sure that at least one of them sees the other. Here an end that publishes looks at {@link
 * #wakeAt} after each value, but without a fence between the two (release, opaque). There are two
 * ways to park:
 *
 * <p><b>For once</b>, where values are many and parks few: {@code wakeAt} is an index. This end
 * announces it with a full fence, looks again for a microsecond or two, which drains the store
 * buffer of the other core, and parks <em>with a time limit</em>. By the memory model the other end
 * may miss the announcement; then the next value, its own next wait or its close wakes this end,
 * and if none of them comes, the time limit. So progress never hangs on timing, only the delay of a
 * wake-up does.
 *
 * <p><b>By a standing announcement</b>, where parks are many and values few, so that a timer costs
 * more than some fences: {@code wakeAt} is a negative number that this end has never used before,
 * and it stays when the wait is over. Once the other end has seen it, it {@linkplain #acknowledged
 * acknowledges} the number, and from then on has a fence between each value and a look at {@link
 * #announced}. An end that finds its present number acknowledged parks without a limit, and is
 * woken:
 *
 * <ul>
 *   <li>What was published before the acknowledgement happens-before this end's look at the slots,
 *       which comes after its look at the acknowledgement.
 *   <li>With what is published later the other end reads {@code wakeAt} anew. It has read the
 *       number once, and nobody but this end writes there: as long as the number stands it reads
 *       nothing else (coherence), so it has its fence, and this end has one between {@code
 *       announced} and its look at the slots. One of the two fences is the first. If it is the
 *       publisher's, this end sees the value; if not, the publisher sees {@code announced}.
 *   <li>An end that is about to park itself, or that closes, looks at {@code announced} after a
 *       full fence in any case.
 *   <li>To take a number back, this end overwrites it; it then parks without a limit only after a
 *       new number was acknowledged, and an old acknowledgement is none of a new number.
 *   <li>Whoever leaves a wait, served, interrupted or too late, takes {@code announced} back and
 *       owes nothing: before it parks again it announces and looks anew.
 * </ul>
 *
 * <p>The first is a temporally bounded, asymmetric Dekker: Morrison and Afek, "Temporally Bounding
 * TSO for Fence-Free Asymmetric Synchronization", ASPLOS 2015.
 */
abstract sealed class AnnouncingEnd extends OneToOneEnd permits RingEnd {

  static final long NEVER = Long.MAX_VALUE;

  /** So many fences, one with each value, cost less than the timer of one park. */
  static final int VALUES_WORTH_A_TIMER = 64;

  private static final VarHandle WAKE_AT;

  static {
    try {
      WAKE_AT = MethodHandles.lookup().findVarHandle(AnnouncingEnd.class, "wakeAt", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  AnnouncingEnd(OneToOneChannel<?> channel, boolean sends) {
    super(channel, sends);
  }

  // Called by the thread at this end

  /** This end begins to wait and is going to park: stands, or not, for this wait. */
  final void beginToPark() {
    if (!hasManyValues()) {
      stand();
    } else if (stands()) {
      wakeAt = NEVER;
    }
    parkedAt = index;
  }

  private void stand() {
    if (!stands()) {
      standings++;
      wakeAt = -standings;
    }
  }

  final boolean stands() {
    return wakeAt < 0;
  }

  private boolean hasManyValues() {
    return index - parkedAt > VALUES_WORTH_A_TIMER;
  }

  /** Spares the other end its fences when values pass without many parks. */
  final void standDownIfBusy() {
    if (stands() && hasManyValues()) {
      wakeAt = NEVER;
    }
  }

  /**
   * Says that this end parks. What was published may be looked at only afterwards.
   *
   * @param slot the one that it waits for, unless its announcement stands
   * @return whether the other end cannot miss it
   */
  final boolean announce(AnnouncingEnd other, long slot) {
    setAnnounced();
    if (!stands()) {
      wakeAt = slot + 1;
    }
    boolean certain = other.acknowledged == wakeAt;
    VarHandle.fullFence();
    // Both ends would sleep if each waited for the other to go on.
    other.wakeIfWaiting();
    return certain;
  }

  final void endAnnouncement() {
    announced = false;
    if (!stands()) {
      wakeAt = NEVER;
    }
  }

  // Called by the thread at the other end

  /** Whether the other end, having come so far, is to look at this one. May miss it for a while. */
  final boolean isToBeWokenAt(long otherIndex) {
    return otherIndex >= (long) WAKE_AT.getOpaque(this);
  }

  /** The other end has come as far as {@link #wakeAt} says: wakes this one if it has parked. */
  final void beWokenBy(AnnouncingEnd other) {
    long seen = wakeAt;
    if (seen < 0) {
      if (other.acknowledged != seen) {
        other.acknowledged = seen;
      }
      VarHandle.fullFence();
    }
    wakeIfWaiting();
  }
}
