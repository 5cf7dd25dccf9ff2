package dev.millrace.internal;

import dev.millrace.ChannelClosedException;
import dev.millrace.annotation.Nullable;
import dev.millrace.internal.Arm.Readiness;

/**
 * An arm of a {@link RingSelect}: it receives a value, as a {@link ReceiveArm} does, or tells the
 * end of its ring once, as an {@link EndArm} does. The selecting thread's own, but for what it says
 * while that thread waits.
 */
final class RingArm {

  final ArmRing<?> ring;

  private final boolean atEnd;

  /** Whether it takes part in the present select. */
  boolean enabled = true;

  /** Whether it was found never to happen again. */
  private boolean over;

  private @Nullable Object received;

  /** How its ring was closed before the present wait for the ends of rings. */
  private @Nullable OneToOneEnding endingBefore;

  RingArm(ArmRing<?> ring, boolean atEnd) {
    this.ring = ring;
    this.atEnd = atEnd;
  }

  Readiness readiness() {
    if (over) {
      return Readiness.OVER;
    }
    Object seen = ring.lookAhead();
    if (atEnd) {
      return seen == Told.ENDED ? Readiness.READY : Readiness.OPEN;
    }
    if (seen != Told.ENDED) {
      return seen == null ? Readiness.OPEN : Readiness.READY;
    }
    over = ring.cause() == null;
    return over ? Readiness.OVER : Readiness.REFUSED;
  }

  /** Makes it happen, having found it ready; false if its ring was cut off meanwhile. */
  boolean happen() {
    if (atEnd) {
      over = true;
      return true;
    }
    Object value = ring.takeNow();
    received = value == Told.ENDED ? null : value;
    return received != null;
  }

  /** Takes what was received and forgets it. */
  @Nullable
  Object takeReceived() {
    Object taken = received;
    received = null;
    return taken;
  }

  ChannelClosedException refusal() {
    return new ChannelClosedException(ring, ring.cause());
  }

  /** Remembers whether its ring is closed, for {@link #wasClosedSince}. */
  void beginToWatch() {
    endingBefore = ring.ending;
  }

  // By anybody, while the selecting thread waits

  /** Whether its select is to look at it: it is ready, or over. */
  boolean isWorthALook() {
    if (!enabled || over) {
      return false;
    }
    Object seen = ring.look(ring.receiver.indexSeen());
    return atEnd ? seen == Told.ENDED : seen != null;
  }

  @SuppressWarnings("ReferenceEquality") // Each close makes one, and its cause has foreign code.
  boolean wasClosedSince() {
    return ring.ending != endingBefore;
  }
}
