package dev.millrace.internal;

import dev.millrace.annotation.Nullable;
import java.util.List;

/**
 * A channel each of whose {@linkplain Subscription subscribers} gets every value: one buffer, and a
 * {@linkplain Cursors cursor} in it for each of them. Everything happens under one small lock.
 *
 * <p>When a send completes, and what an offer and an interrupt mean, depends on whether there is a
 * buffer: see {@link BufferedBroadcast} and {@link RendezvousBroadcast}.
 *
 * <p>The broadcast itself is a receiver that gets nothing, and sees the end. What is sent while
 * there are no subscribers is lost, so they are to come before the first send.
 *
 * @param <T> the type of the values
 */
public abstract sealed class Broadcast<T> extends Cursors<T>
    permits BufferedBroadcast, RendezvousBroadcast {

  private boolean closed;

  /** Written under the lock; volatile, because exceptions are made after letting go of it. */
  private volatile @Nullable Throwable cause;

  Broadcast(String name, int places) {
    super(name, places);
  }

  /**
   * A broadcast without subscribers yet.
   *
   * @throws IllegalArgumentException if the capacity is negative
   */
  public static <T> Broadcast<T> create(String name, int capacity) {
    if (capacity < 0) {
      throw new IllegalArgumentException(
          "The capacity of \"" + name + "\" is " + capacity + ". Use 0 (no buffer) or more.");
    }
    return capacity == 0
        ? new RendezvousBroadcast<>(name)
        : new BufferedBroadcast<>(name, capacity);
  }

  // Subscribers

  /** A new subscriber, who gets what is sent from now on. */
  public final Subscription<T> subscribe() {
    lock();
    try {
      Subscription<T> subscription = new Subscription<>(this, sent());
      subscription.cause = cause;
      live().add(subscription);
      return subscription;
    } finally {
      unlockAndWake();
    }
  }

  /**
   * Ends a subscriber, who holds nobody back any more; ending it again does nothing. With the last
   * one the channel is closed in the same step, so that nothing is sent to nobody.
   *
   * @param cause what to close it with then; null for an ordinary end
   * @return how many values it had still to get
   */
  public final long unsubscribe(Subscription<T> subscription, @Nullable Throwable cause) {
    lock();
    try {
      makeRoomForAll();
      if (!live().remove(subscription)) {
        return 0;
      }
      long missed = subscription.pending();
      subscription.over = true;
      tellEnd(subscription);
      if (live().isEmpty() && !closed) {
        closeForSenders(cause);
      }
      settle();
      return missed;
    } finally {
      unlockAndWake();
    }
  }

  // The end. Each step is to be called by the holder of the lock.

  @Override
  final boolean closedForSenders() {
    return closed;
  }

  /**
   * Makes room in {@link #toWake} for everybody: nobody goes on with an end that fails half-way.
   */
  private void makeRoomForAll() {
    int most = 1 + queuedSenders() + receivers().length() + watching();
    for (Subscription<T> subscription : live()) {
      most += subscription.receivers().length() + subscription.watching();
    }
    List<Waiter> unused = toWake(most);
  }

  /** Whoever waits to send, and has sent to nobody yet, is refused. There must be room for all. */
  private void closeForSenders(@Nullable Throwable cause) {
    closed = true;
    this.cause = cause;
    refuseHandOver();
    refuseSenders(toWake(0));
    tellEnd(this);
  }

  /** The channel is closed: what is being handed over, and nobody has taken, is refused. */
  abstract void refuseHandOver();

  /** Nothing more comes, or only what is left: tells those who wait for either. */
  private void tellEnd(Flavour<T> receiver) {
    receiver.receivers().claimAllClosed(toWake(0));
    tellWatchers(receiver);
  }

  private void tellWatchers(Flavour<T> receiver) {
    int watching = receiver.watching();
    if (watching > 0) {
      receiver.claimWatchers(toWake(watching));
    }
  }

  @Override
  final @Nullable Object takeLoser() {
    return null;
  }

  @Override
  final void tellDropped(@Nullable Object loser) {}

  // The broadcast itself as a receiver: it gets nothing

  @Override
  final @Nullable Object pull() {
    return null;
  }

  @Override
  final boolean canPull() {
    return false;
  }

  @Override
  final boolean ended() {
    return closed;
  }

  @Override
  final @Nullable Throwable cause() {
    return cause;
  }

  @Override
  final boolean looksUnableToPull() {
    return true;
  }

  @Override
  final boolean looksOpen() {
    return !closed;
  }

  /** Selects ask it each time: one value makes several subscribers ready at one instant. */
  @Override
  final boolean marksArms() {
    return false;
  }

  @Override
  final void unlockAndWake() {
    try {
      if (closed) {
        for (Subscription<T> subscription : live()) {
          if (subscription.ended()) {
            tellWatchers(subscription);
          }
        }
      }
    } finally {
      // No call before this lets go of the lock: for that there may be no stack after an error.
      List<Waiter> woken = allServed;
      allServed = null;
      unlock();
      // Even after an error: who was served is in no queue any more, so nobody else would wake it.
      if (woken != null) {
        Waiter.wakeAll(woken);
      }
    }
  }

  // Closing

  /** What is undelivered is there once for every subscriber that now will not receive it. */
  @Override
  final boolean tryClose(@Nullable Throwable cause, @Nullable List<T> undelivered) {
    boolean closesIt;
    Unreceived left = null;
    lock();
    try {
      closesIt = !closed;
      if (closesIt) {
        makeRoomForAll();
        closeForSenders(cause);
        for (int i = 0; i < live().size(); i++) {
          Subscription<T> subscription = live().get(i);
          subscription.cause = cause;
          tellEnd(subscription);
        }
      }
      if (undelivered != null) {
        left = takeUnreceived(cause);
      }
    } finally {
      unlockAndWake();
    }
    if (undelivered != null && left != null) {
      // Outside the lock, since there may be millions.
      left.forEach(value -> undelivered.add(asValue(value)));
    }
    return closesIt;
  }

  // Looking

  /** How many values the slowest subscriber has still to get. */
  @Override
  public int size() {
    return held();
  }

  /**
   * Whether somebody has still to get a value, be it one that is being handed over, which does not
   * count in {@link #size}. Looking is no {@link #movement}, as long as there is no other.
   */
  public final boolean holdsValues() {
    return held() > 0;
  }

  @Override
  public final long dropped() {
    return 0;
  }

  @Override
  public final boolean isClosed() {
    long stamp = lookStamp();
    boolean seen = closed;
    if (unchanged(stamp)) {
      return seen;
    }
    lock();
    try {
      return closed;
    } finally {
      unlock();
    }
  }
}
