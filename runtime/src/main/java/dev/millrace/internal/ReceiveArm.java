package dev.millrace.internal;

/** Receives a value. An ordinary end drops it out in silence, an end by failure does not. */
final class ReceiveArm extends Arm {

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
    place.item = channel.pull();
    refused = place.item == null && channel.ended() && channel.cause() != null;
    return place.item != null || refused;
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
