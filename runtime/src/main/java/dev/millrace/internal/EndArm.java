package dev.millrace.internal;

/** Happens once, when its channel is closed and drained, in whatever way it was closed. */
final class EndArm extends Arm {

  private boolean told;

  EndArm(Waiter waiter, int index, Flavour<?> channel) {
    super(waiter, index, channel);
  }

  @Override
  Readiness readiness() {
    if (told) {
      return Readiness.OVER;
    }
    return channel.ended() ? Readiness.READY : Readiness.OPEN;
  }

  @Override
  boolean attempt() {
    told = channel.ended();
    return told;
  }

  @Override
  WaitQueue queue() {
    return channel.endWatchers();
  }

  @Override
  boolean looksUnready() {
    return told || channel.looksOpen();
  }
}
