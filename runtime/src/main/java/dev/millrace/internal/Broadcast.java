package dev.millrace.internal;

import dev.millrace.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;

/**
 * A channel each of whose {@linkplain Subscription subscribers} gets every value: one buffer, and a
 * cursor in it for each of them.
 *
 * <p>Everything happens under one small lock. Values are numbered; the buffer holds those from
 * {@link #first} on, and a subscriber's cursor is the number of the value that it gets next. These
 * invariants hold whenever the lock is free:
 *
 * <ol>
 *   <li>{@link #first} is the smallest cursor of those who have not ended, or {@link #sent} if
 *       there are none: what everybody has taken is not kept.
 *   <li>The buffer holds at most as many values as it has places. So nobody falls further behind.
 *   <li>No subscriber has a value pending and, at the same time, a receiver that waits.
 *   <li>While there is a free place, nobody waits in the queue of senders.
 * </ol>
 *
 * <p>When a send completes, and what an offer and an interrupt mean, depends on whether there is a
 * buffer: see {@link BufferedBroadcast} and {@link RendezvousBroadcast}.
 *
 * <p>The broadcast itself is a receiver that gets nothing, and sees the end. What is sent while
 * there are no subscribers is lost, so they are to come before the first send.
 *
 * @param <T> the type of the values
 */
public abstract sealed class Broadcast<T> extends TwoEnded<T>
    permits BufferedBroadcast, RendezvousBroadcast {

  private final RingBuffer places;

  /** The number of the first value in the buffer. */
  private long first;

  /** The number of the first value that nobody has taken. */
  private long untaken;

  /** Who have not ended. */
  private final List<Subscription<T>> live = new ArrayList<>();

  private boolean closed;

  /** Written under the lock; volatile, because exceptions are made after letting go of it. */
  private volatile @Nullable Throwable cause;

  /** See {@link #toWake}; null if there is nobody. Open to tests, in which it may not grow. */
  @Nullable ArrayList<Waiter> allServed;

  Broadcast(String name, int places) {
    super(name);
    this.places = new RingBuffer(places);
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
      live.add(subscription);
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
      if (!live.remove(subscription)) {
        return 0;
      }
      long missed = subscription.pending();
      subscription.over = true;
      tellEnd(subscription);
      if (live.isEmpty() && !closed) {
        closeForSenders(cause);
      }
      settle();
      return missed;
    } finally {
      unlockAndWake();
    }
  }

  // The steps. Each is to be called by the holder of the lock.

  /** The number of the first value in the buffer. */
  final long first() {
    return first;
  }

  /** How many values were sent so far, and so the number of the next one. */
  final long sent() {
    return first + places.size();
  }

  final boolean hasFreePlace() {
    return places.accepts();
  }

  final List<Subscription<T>> live() {
    return live;
  }

  /** Whether somebody has taken the first value in the buffer. */
  final boolean isFirstTaken() {
    return untaken > first;
  }

  /** Puts the value in a free place and hands it to those who wait for it. */
  final void put(Object value) {
    int most = mostServedByPut();
    // Nothing is allocated if nobody waits.
    List<Waiter> served = most == 0 ? List.of() : toWake(most);
    places.offer(value);
    serve(value, served, 0);
  }

  /** How many receivers {@link #put} serves at most. */
  final int mostServedByPut() {
    int most = 0;
    for (Subscription<T> subscription : live) {
      if (!subscription.receivers().looksEmpty()) {
        most++;
      }
    }
    return most;
  }

  private void serve(Object value, List<Waiter> served, int from) {
    int next = from;
    try {
      // By number, as in each step that must not fail any more: an iterator takes memory.
      while (next < live.size()) {
        Subscription<T> subscription = live.get(next++);
        // Who waits has nothing pending, so this is the value it waits for.
        Place receiver = subscription.receivers().claimFirst(value);
        if (receiver != null) {
          advance(subscription);
          served.add(receiver.waiter);
        }
      }
    } finally {
      // Also if one has failed: nobody else would hand them what is there.
      if (next < live.size()) {
        serve(value, served, next);
      }
    }
  }

  /** Takes the only value back, which nobody has taken. */
  final void takeBack() {
    Object unused = places.poll();
    for (Subscription<T> subscription : live) {
      // Who came since it was put there was to get only what comes after it.
      subscription.cursor = Math.min(subscription.cursor, sent());
    }
  }

  /** The subscriber's next value, or null if there is none. */
  final @Nullable Object pull(Subscription<T> subscription) {
    if (subscription.pending() == 0) {
      return null;
    }
    Object value = places.get((int) (subscription.cursor - first));
    boolean frees = isLastToGetTheFirst(subscription);
    if (frees) {
      makeRoomToSettle();
    }
    // From here on nothing must fail, or the value would be lost that is taken.
    advance(subscription);
    if (frees) {
      settle();
    }
    return value;
  }

  private boolean isLastToGetTheFirst(Subscription<T> subscription) {
    if (subscription.cursor > first) {
      return false;
    }
    for (Subscription<T> other : live) {
      if (other.cursor == first && !other.equals(subscription)) {
        return false;
      }
    }
    return true;
  }

  private void advance(Subscription<T> subscription) {
    subscription.cursor++;
    untaken = Math.max(untaken, subscription.cursor);
  }

  /** Forgets what everybody has taken, and lets senders in who wait for room. */
  final void settle() {
    do {
      forgetTaken();
    } while (places.accepts() && admit());
  }

  private void forgetTaken() {
    long slowest = sent();
    for (int i = 0; i < live.size(); i++) {
      slowest = Math.min(slowest, live.get(i).cursor);
    }
    if (first < slowest) {
      for (; first < slowest; first++) {
        Object unused = places.poll();
      }
      forgotten();
    }
  }

  /** Makes room in {@link #toWake} for whom {@link #settle} serves who has one place more. */
  final void makeRoomToSettle() {
    int most = mostServedBySettling();
    if (most > 0) {
      List<Waiter> unused = toWake(most);
    }
  }

  /** How many are served at most if one place more is free. */
  abstract int mostServedBySettling();

  /**
   * Makes room in {@link #toWake} for everybody: nobody goes on with an end that fails half-way.
   */
  private void makeRoomForAll() {
    int most = 1 + queuedSenders() + receivers().length() + watching();
    for (Subscription<T> subscription : live) {
      most += subscription.receivers().length() + subscription.watching();
    }
    List<Waiter> unused = toWake(most);
  }

  /** Everybody has taken what was in the first places. */
  abstract void forgotten();

  /** Puts the value of the longest-waiting sender in a free place; false if nobody waits. */
  abstract boolean admit();

  @Override
  final boolean closedForSenders() {
    return closed;
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
  final int stepsAhead(boolean sends) {
    return 1 + capacity() - places.size();
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

  /**
   * With the lock held: whom its holder has served and must wake after letting go of it.
   *
   * @param more for how many more to make room, before any of them is claimed: an error after that,
   *     for want of memory, would leave one in no queue whom nobody wakes
   */
  final List<Waiter> toWake(int more) {
    ArrayList<Waiter> list = allServed;
    if (list == null) {
      list = new ArrayList<>(more);
      allServed = list;
    } else {
      list.ensureCapacity(list.size() + more);
    }
    return list;
  }

  @Override
  final void unlockAndWake() {
    try {
      if (closed) {
        for (Subscription<T> subscription : live) {
          if (subscription.ended()) {
            tellWatchers(subscription);
          }
        }
      }
    } finally {
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
        for (Subscription<T> subscription : live) {
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

  private Unreceived takeUnreceived(@Nullable Throwable cause) {
    List<Long> cursors = live.stream().map(subscription -> subscription.cursor).toList();
    long before = first;
    long sent = sent();
    RingBuffer values = places.takeAll();
    first = sent;
    for (Subscription<T> subscription : live) {
      if (subscription.cursor < sent && subscription.cause == null) {
        // Who has missed something is not told that this was all.
        subscription.cause = cause;
      }
      subscription.cursor = sent;
    }
    return new Unreceived(values, before, cursors);
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

  private int held() {
    long stamp = lookStamp();
    int held = places.size();
    if (unchanged(stamp)) {
      return held;
    }
    lock();
    try {
      return places.size();
    } finally {
      unlock();
    }
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
