package dev.millrace.internal;

import dev.millrace.annotation.Nullable;

/** Where a {@link RingSelect} waits, for all of its rings at once. */
final class SelectEnd extends WatchedEnd {

  private @Nullable RingSelect select;

  SelectEnd() {
    this(new Watch());
  }

  SelectEnd(Watch watch) {
    super("selecting", watch);
    watch.add(this);
  }

  /** By the selecting thread. Others read it only after it has announced that it waits. */
  void beginFor(RingSelect onlyOne) {
    if (select != null) {
      throw new IllegalStateException("These rings were said to have one receiver.");
    }
    select = onlyOne;
  }

  @Override
  boolean canGoOn() {
    return select != null && select.canGoOn();
  }

  @Override
  void wakeWhoWaitsForThis() {
    watch.wakeAllBut(this);
  }
}
