package dev.millrace.internal;

/** The sending end of an {@link ArmRing}. */
final class ArmSender extends WatchedEnd {

  private final ArmRing<?> ring;
  private final SelectEnd selecting;

  ArmSender(ArmRing<?> ring, SelectEnd selecting) {
    super(ring, selecting.watch);
    this.ring = ring;
    this.selecting = selecting;
    selecting.watch.add(this);
    selecting.receivesFrom(ring.capacity);
  }

  /**
   * Waits until the value with this index has room, the ring is closed or the deadline has passed.
   *
   * @return false if the deadline has passed
   * @throws InterruptedException if interrupted; there was no room then
   */
  boolean awaitRoom(long index, long deadline) throws InterruptedException {
    // One place is enough. A select goes from ring to ring: until this thread runs, there are more.
    needed = index - ring.capacity;
    return await(deadline);
  }

  @Override
  boolean canGoOn() {
    return ring.isReadyOrClosed(true, needed);
  }

  @Override
  int pausesPerLook() {
    return ring.capacity < MANY_PLACES ? FEW_PAUSES : MANY_PAUSES;
  }

  @Override
  void wakeWhoWaitsForThis() {
    selecting.wakeIfItCanGoOn();
  }
}
