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
    // Asked again: selects that share the notice look before they hold the lock.
    if (notice.told || !channel.ended()) {
      return false;
    }
    notice.told = true;
    return true;
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
