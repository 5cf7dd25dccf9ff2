package dev.millrace.internal;

import dev.millrace.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;

/**
 * The one buffer of a {@link Broadcast}, and how far in it each subscriber has got.
 *
 * <p>Values are numbered; the buffer holds those from {@link #first} on, and a subscriber's cursor
 * is the number of the value that it gets next. These invariants hold whenever the lock is free:
 *
 * <ol>
 *   <li>{@link #first} is the smallest cursor of those who have not ended, or {@link #sent} if
 *       there are none: what everybody has taken is not kept.
 *   <li>The buffer holds at most as many values as it has places. So nobody falls further behind.
 *   <li>No subscriber has a value pending and, at the same time, a receiver that waits.
 *   <li>While there is a free place, nobody waits in the queue of senders.
 * </ol>
 *
 * @param <T> the type of the values
 */
abstract sealed class Cursors<T> extends TwoEnded<T> permits Broadcast {

  private final RingBuffer places;

  /** The number of the first value in the buffer. */
  private long first;

  /** The number of the first value that nobody has taken. */
  private long untaken;

  /**
   * Who have not ended. Steps that must not fail any more go through them by number: an iterator
   * takes memory.
   */
  private final List<Subscription<T>> live = new ArrayList<>();

  /** See {@link #toWake}; null if there is nobody. Open to tests, in which it may not grow. */
  @Nullable ArrayList<Waiter> allServed;

  Cursors(String name, int places) {
    super(name);
    this.places = new RingBuffer(places);
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
    for (int i = 0; i < live.size(); i++) {
      if (!live.get(i).receivers().looksEmpty()) {
        most++;
      }
    }
    return most;
  }

  private void serve(Object value, List<Waiter> served, int from) {
    int next = from;
    try {
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
    for (int i = 0; i < live.size(); i++) {
      Subscription<T> subscription = live.get(i);
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

  /** Everybody has taken what was in the first places. */
  abstract void forgotten();

  /** Puts the value of the longest-waiting sender in a free place; false if nobody waits. */
  abstract boolean admit();

  /** Takes what is left from everybody; who misses something by that is told of this cause. */
  final Unreceived takeUnreceived(@Nullable Throwable cause) {
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

  // Whom they have served

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

  // Looks without the lock

  @Override
  final int stepsAhead(boolean sends) {
    return 1 + capacity() - places.size();
  }

  /** How many values somebody has still to get. */
  final int held() {
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
}
