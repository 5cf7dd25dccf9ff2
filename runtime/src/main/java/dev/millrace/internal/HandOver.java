package dev.millrace.internal;

import dev.millrace.annotation.Nullable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Two words by which a receiver and a sender wait that spin: the first of each side, before all who
 * are queued.
 *
 * <p>Who waits in a queue is an object of its own, whose memory whoever serves it must fetch from
 * the core that spins on it, after having fetched the lock. These words lie in the line of the
 * lock, so a hand-over is two transfers of one line: it comes to the server with the lock, and goes
 * back to the waiting thread with what was done. And no wait allocates anything before it parks.
 *
 * <p>The holder of the lock moves a word on from the state in which nobody uses it, and from the
 * one in which somebody waits; so it is decided under the lock whether a value is transferred or
 * the wait ends without it. What then stands there belongs to the thread that has waited. That
 * thread alone clears the word, without the lock, and meanwhile nobody else comes to wait by it: so
 * what it finds there is its own.
 *
 * <pre>
 *            expect                   give                           takeGiven
 *     null ----------> EXPECTED ----------------> a value, or ENDED ------------> null
 *                       | withdrawExpecting
 *                       +------------------> null
 *
 *            offer           takeOffered, refuseOffer                   takeAnswer
 *     null ----------> a value ----------------> TAKEN, or REFUSED --------------> null
 *                       | withdrawOffer
 *                       +------------------> null
 * </pre>
 */
abstract sealed class HandOver extends WaitQueue permits SequenceLock {

  /** What the words hold instead of values. No user has hold of these, so they are no values. */
  private enum Mark {
    EXPECTED,
    TAKEN,
    REFUSED
  }

  private static final VarHandle GIVEN;
  private static final VarHandle OFFERED;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      GIVEN = lookup.findVarHandle(HandOver.class, "given", Object.class);
      OFFERED = lookup.findVarHandle(HandOver.class, "offered", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  // Volatile only for those who spin on them: what the holder of the lock writes that ends a wait
  // it writes with release, so what it did before is visible to the thread that has waited.

  private volatile @Nullable Object given;
  private volatile @Nullable Object offered;

  /** The contribution that is offered through; null if the channel itself is sent to. */
  private @Nullable SendEnd<?> offeredThrough;

  /** With the lock held: whether nobody waits, and everybody has taken what ended its wait. */
  final boolean isUnused() {
    return GIVEN.get(this) == null && OFFERED.get(this) == null;
  }

  // The receiver that waits

  /** With the lock held: comes to wait for a value; false if the word is in use. */
  final boolean expect() {
    // With acquire: who cleared it did so without the lock, and has taken its value before.
    if (GIVEN.getAcquire(this) != null) {
      return false;
    }
    GIVEN.set(this, Mark.EXPECTED);
    return true;
  }

  /** With the lock held, or to be confirmed by its stamp: whether a receiver waits. */
  final boolean isExpected() {
    return GIVEN.get(this) == Mark.EXPECTED;
  }

  /** As {@link #isExpected}, or whether receivers may be queued. */
  final boolean looksAwaited() {
    return isExpected() || !looksEmpty();
  }

  /** With the lock held: gives the receiver a value, or the end; false if none waits. */
  final boolean give(Object value) {
    if (!isExpected()) {
      return false;
    }
    // It knows at once, before the arms are marked. No mark is late: this makes no arm ready.
    GIVEN.setRelease(this, value);
    return true;
  }

  /** For the receiver: whether its wait is over. */
  final boolean isGiven() {
    return given != Mark.EXPECTED;
  }

  /** For the receiver whose wait is over. */
  final @Nullable Object takeGiven() {
    Object taken = GIVEN.get(this);
    GIVEN.setRelease(this, null);
    return taken;
  }

  /** For the receiver, with the lock held: stops to wait; false if its wait is over. */
  final boolean withdrawExpecting() {
    // The field itself, here and in the other ways to leave: a use of a handle may be the first,
    // which has to be linked, and after an error there may be no stack for that.
    if (given != Mark.EXPECTED) {
      return false;
    }
    given = null;
    return true;
  }

  /**
   * For the receiver, with the lock held: goes on waiting as the first in the queue; false if its
   * wait is over.
   */
  final boolean expectInQueue(Place place) {
    if (given != Mark.EXPECTED) {
      return false;
    }
    addFirst(place);
    // Nothing is called any more, so nothing fails: it always waits in exactly one of the two ways.
    given = null;
    return true;
  }

  // The sender that waits

  /** With the lock held: comes to wait with a value; false if the word is in use. */
  final boolean offer(Object value, @Nullable SendEnd<?> contribution) {
    // With acquire, as in expect.
    if (OFFERED.getAcquire(this) != null) {
      return false;
    }
    OFFERED.set(this, value);
    if (offeredThrough != contribution) {
      offeredThrough = contribution;
    }
    return true;
  }

  /** With the lock held, or to be confirmed by its stamp: whether a sender waits. */
  final boolean isOffered() {
    return isValue(OFFERED.get(this));
  }

  private static boolean isValue(@Nullable Object word) {
    return word != null && word != Mark.TAKEN && word != Mark.REFUSED;
  }

  /** With the lock held: takes the value of the sender that waits; null if none does. */
  final @Nullable Object takeOffered() {
    Object value = OFFERED.get(this);
    if (!isValue(value)) {
      return null;
    }
    // It knows at once, before the arms are marked. No mark is late: this makes no arm ready.
    OFFERED.setRelease(this, Mark.TAKEN);
    return value;
  }

  /**
   * With the lock held: refuses the value of the sender that waits, if one does. Nobody offers
   * through the same contribution after that, so it is forgotten.
   */
  final void refuseOffer() {
    if (isOffered()) {
      OFFERED.setRelease(this, Mark.REFUSED);
    }
    offeredThrough = null;
  }

  /** As {@link #refuseOffer}, but only what is sent through this contribution. */
  final void refuseOffer(SendEnd<?> contribution) {
    if (offeredThrough == contribution) {
      refuseOffer();
    }
  }

  /** For the sender: whether its wait is over. */
  final boolean isAnswered() {
    return !isValue(offered);
  }

  /** For the sender whose wait is over: whether its value was taken. */
  final boolean takeAnswer() {
    boolean taken = OFFERED.get(this) == Mark.TAKEN;
    OFFERED.setRelease(this, null);
    return taken;
  }

  /** For the sender, with the lock held: takes its value back; false if its wait is over. */
  final boolean withdrawOffer() {
    if (!isValue(offered)) {
      return false;
    }
    offered = null;
    return true;
  }

  /**
   * For the sender, with the lock held: goes on waiting as the first in the queue, where its value
   * is; false if its wait is over.
   */
  final boolean offerInQueue(Place place, WaitQueue senders) {
    if (!isValue(offered)) {
      return false;
    }
    senders.addFirst(place);
    // As in expectInQueue.
    offered = null;
    return true;
  }
}
