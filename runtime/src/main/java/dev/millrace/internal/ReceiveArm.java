package dev.millrace.internal;

import dev.millrace.annotation.Nullable;

/** Receives a value. An ordinary end drops it out in silence, an end by failure does not. */
final class ReceiveArm extends Arm {

  /**
   * What it received last; the selecting thread's own. What is in its place is not, as long as the
   * arm stands at its channel.
   */
  private @Nullable Object received;

  ReceiveArm(Waiter waiter, int index, Flavour<?> channel) {
    super(waiter, index, channel);
  }

  @Override
  Readiness readiness() {
    if (channel.canPull()) {
      return Readiness.READY;
    }
    if (!channel.ended()) {
      return Readiness.OPEN;
    }
    return channel.cause() == null ? Readiness.OVER : Readiness.REFUSED;
  }

  @Override
  boolean attempt() {
    received = channel.pull();
    if (received != null) {
      channel.isTakenFromBy(sources);
    }
    refused = received == null && channel.ended() && channel.cause() != null;
    return received != null || refused;
  }

  @Override
  boolean receives() {
    return true;
  }

  @Override
  void keepReceived() {
    received = place.item;
    place.item = null;
  }

  @Override
  @Nullable
  Object takeReceived() {
    Object taken = received;
    received = null;
    return taken;
  }

  @Override
  void forget() {
    received = null;
  }

  @Override
  WaitQueue queue() {
    return channel.receivers();
  }

  @Override
  boolean isTimed() {
    return channel instanceof Timer;
  }

  @Override
  boolean looksUnready() {
    return channel.looksUnableToPull() && (channel.looksOpen() || channel.cause() == null);
  }
}
