package dev.millrace.internal;

import dev.millrace.ChannelClosedException;
import dev.millrace.Sender;
import dev.millrace.annotation.Nullable;
import java.util.Objects;

/** Sends the value in its place. On a closed channel it is refused, as any send is. */
final class SendArm extends Arm {

  private final TwoEnded<?> target;

  /** The contribution it sends through, or null if it sends to the channel itself. */
  private final @Nullable SendEnd<?> contribution;

  /** The value that sending has cost; the selecting thread's own. */
  private @Nullable Object loser;

  SendArm(Waiter waiter, int index, TwoEnded<?> channel, @Nullable SendEnd<?> contribution) {
    super(waiter, index, channel);
    this.target = channel;
    this.contribution = contribution;
    place.contribution = contribution;
  }

  boolean sendsTo(Sender<?> end) {
    return end == (contribution == null ? target : contribution);
  }

  @Override
  Readiness readiness() {
    if (closed()) {
      return Readiness.REFUSED;
    }
    return target.canPush() ? Readiness.READY : Readiness.OPEN;
  }

  private boolean closed() {
    return target.closedForSenders() || (contribution != null && contribution.hasEnded());
  }

  @Override
  boolean attempt() {
    refused = closed();
    boolean happened = refused || target.push(Objects.requireNonNull(place.item));
    loser = target.takeLoser();
    return happened;
  }

  @Override
  void afterwards() {
    Object told = loser;
    loser = null;
    target.tellDropped(told);
  }

  @Override
  ChannelClosedException refusal() {
    return contribution == null ? super.refusal() : contribution.refuse();
  }

  @Override
  WaitQueue queue() {
    return target.senders();
  }

  /** Senders that wait have values to give, which a channel must not read at any time. */
  @Override
  boolean canStand() {
    return false;
  }

  @Override
  void forget() {
    place.item = null;
  }

  /** A contribution ends without its channel's lock. */
  @Override
  boolean isSilent() {
    return contribution != null || super.isSilent();
  }

  @Override
  boolean mayBeReadySilently() {
    return (contribution != null && contribution.hasEnded())
        || (super.isSilent() && super.mayBeReadySilently());
  }

  @Override
  boolean looksContended() {
    return target.looksOffered();
  }

  /** Not where it cannot be told: it would seem ready for as long as a select is registered. */
  @Override
  boolean seemsReady() {
    return target.registered == null && super.seemsReady();
  }

  @Override
  boolean looksUnready() {
    return target.looksUnableToPush() && (contribution == null || !contribution.hasEnded());
  }
}
