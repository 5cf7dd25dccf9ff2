package dev.millrace.internal;

import dev.millrace.annotation.Nullable;

/** Where a {@link RingSelect} waits, for all of its rings at once. */
final class SelectEnd extends WatchedEnd {

  private @Nullable RingSelect select;

  /** Few if there is a small one among its rings, whose sender may wait for it. */
  private int pausesPerLook = MANY_PAUSES;

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

  /** By who wires a ring of so many places, before anybody waits. */
  void receivesFrom(int capacity) {
    if (capacity < MANY_PLACES) {
      pausesPerLook = FEW_PAUSES;
    }
  }

  @Override
  int pausesPerLook() {
    return pausesPerLook;
  }

  @Override
  void wakeWhoWaitsForThis() {
    watch.wakeAllBut(this);
  }
}
