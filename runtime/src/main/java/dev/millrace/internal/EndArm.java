package dev.millrace.internal;

/** Happens once, when its channel is closed and drained, in whatever way it was closed. */
final class EndArm extends Arm {

  private final EndNotice notice;

  EndArm(Waiter waiter, int index, Flavour<?> channel, EndNotice notice) {
    super(waiter, index, channel);
    this.notice = notice;
  }

  @Override
  Readiness readiness() {
    if (notice.told) {
      return Readiness.OVER;
    }
    return channel.ended() ? Readiness.READY : Readiness.OPEN;
  }

  @Override
  boolean attempt() {
    notice.told = channel.ended();
    return notice.told;
  }

  @Override
  WaitQueue queue() {
    return channel.endWatchers();
  }

  @Override
  boolean looksUnready() {
    return notice.told || channel.looksOpen() || !channel.looksUnableToPull();
  }
}
