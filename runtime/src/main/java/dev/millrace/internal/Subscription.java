package dev.millrace.internal;

import dev.millrace.annotation.Nullable;

/**
 * What one subscriber receives of a {@link Broadcast}: every value from its {@link #cursor} on.
 * Several threads may receive through it; each value goes to one of them.
 *
 * <p>It has no lock of its own: its lock is the broadcast's.
 *
 * @param <T> the type of the values
 */
public final class Subscription<T> extends Flavour<T> {

  private final Broadcast<T> broadcast;

  /** The number of the value it gets next. Guarded by the broadcast's lock. */
  long cursor;

  /** Whether its subscriber has ended; whether it gets nothing any more, then. */
  boolean over;

  /** The failure that it is told of at the end; volatile for exceptions made without the lock. */
  volatile @Nullable Throwable cause;

  Subscription(Broadcast<T> broadcast, long cursor) {
    super(broadcast.name());
    this.broadcast = broadcast;
    this.cursor = cursor;
  }

  /** The channel whose values it receives. */
  public Broadcast<T> broadcast() {
    return broadcast;
  }

  /** How many values are waiting for it. */
  long pending() {
    return over ? 0 : broadcast.sent() - cursor;
  }

  // The steps

  @Override
  @Nullable
  Object pull() {
    return broadcast.pull(this);
  }

  @Override
  boolean canPull() {
    return pending() > 0;
  }

  /** Without a buffer the first to take a value decides that it is sent. */
  @Override
  boolean keepsWhatCanBePulled() {
    return capacity() > 0 || broadcast.isFirstTaken();
  }

  @Override
  boolean ended() {
    return pending() == 0 && (over || broadcast.closedForSenders());
  }

  @Override
  @Nullable
  Throwable cause() {
    return cause;
  }

  @Override
  int stepsAhead(boolean sends) {
    return 1 + (int) pending();
  }

  /** As the broadcast. */
  @Override
  boolean marksArms() {
    return false;
  }

  @Override
  void unlockAndWake() {
    broadcast.unlockAndWake();
  }

  @Override
  boolean looksUnableToPull() {
    return pending() == 0;
  }

  @Override
  boolean looksOpen() {
    return !over && !broadcast.closedForSenders();
  }

  // The lock

  @Override
  Flavour<?> lockOwner() {
    return broadcast;
  }

  @Override
  void lock() {
    broadcast.lock();
  }

  @Override
  boolean tryLockSpinning() {
    return broadcast.tryLockSpinning();
  }

  @Override
  void awaitFree() {
    broadcast.awaitFree();
  }

  @Override
  void unlock() {
    broadcast.unlock();
  }

  @Override
  long lookStamp() {
    return broadcast.lookStamp();
  }

  @Override
  boolean unchanged(long stamp) {
    return broadcast.unchanged(stamp);
  }

  // Looking

  @Override
  public int capacity() {
    return broadcast.capacity();
  }

  /** What is being handed over to several counts as little as what one sender holds out to one. */
  @Override
  public int size() {
    if (capacity() == 0) {
      return 0;
    }
    broadcast.lock();
    try {
      return (int) pending();
    } finally {
      broadcast.unlock();
    }
  }

  @Override
  public long dropped() {
    return 0;
  }

  @Override
  public boolean isClosed() {
    return broadcast.isClosed();
  }
}
