package dev.millrace.internal;

import dev.millrace.Received;
import dev.millrace.Receiver;
import dev.millrace.annotation.Nullable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What all flavours have in common: a small lock, a queue of receivers that wait, and every form of
 * receiving, built on a few steps under the lock that each flavour takes in its own way.
 *
 * @param <T> the type of the values
 */
public abstract sealed class Flavour<T> extends RegisteredArms implements Receiver<T>
    permits TwoEnded, Subscription, Timer {

  /** A constant, so that nothing is left to be linked, which may fail, when somebody waits. */
  private static final Predicate<HandOver> IS_GIVEN = HandOver::isGiven;

  private final String name;

  /** Selects that wait for the end; made when the first one comes. */
  private @Nullable WaitQueue endWatchers;

  Flavour(String name) {
    this.name = name;
  }

  // The steps. Each is to be called by the holder of the lock.

  /** Takes the next value; null if there is none. */
  @Nullable
  abstract Object pull();

  /** Whether {@link #pull} would take a value. */
  abstract boolean canPull();

  /** Whether what can be pulled stays until it is pulled: no sender can take it back. */
  boolean keepsWhatCanBePulled() {
    return capacity() > 0;
  }

  /** Whether it is closed and drained. */
  abstract boolean ended();

  /** The failure it was closed with. */
  @Nullable
  abstract Throwable cause();

  /** Whose lock guards it; the subscribers of a broadcast have one together. */
  Flavour<?> lockOwner() {
    return this;
  }

  /** Those who wait to receive. */
  final WaitQueue receivers() {
    return this;
  }

  final WaitQueue endWatchers() {
    if (endWatchers == null) {
      endWatchers = new WaitQueue();
    }
    return endWatchers;
  }

  /** Claims those who wait for the end, to look whether it has come; they are still to be woken. */
  final @Nullable List<Waiter> endOfWatch() {
    if (endWatchers == null || endWatchers.looksEmpty()) {
      return null;
    }
    // With room for all before anybody is claimed. If there is no memory, who has just taken the
    // last
    // value loses it, and the next to come tells the watchers.
    List<Waiter> watchers = new ArrayList<>(endWatchers.length());
    endWatchers.claimAllClosed(watchers);
    return watchers;
  }

  /** As {@link #endOfWatch}, into a list that has room for all who are {@link #watching}. */
  final void claimWatchers(List<Waiter> claimed) {
    if (endWatchers != null) {
      endWatchers.claimAllClosed(claimed);
    }
  }

  /** How many wait for the end. */
  final int watching() {
    return endWatchers == null ? 0 : endWatchers.length();
  }

  /** Takes whom a step has served; with the lock held, to be woken without it. */
  final @Nullable Waiter takeServed() {
    Waiter taken = served;
    if (taken != null) {
      served = null;
    }
    return taken;
  }

  // Looks without the lock, for a select that does not want to wait.

  /** If true, and the lock's stamp is unchanged, there was nothing to receive. */
  abstract boolean looksUnableToPull();

  /** If true, and the lock's stamp is unchanged, it was not closed. */
  abstract boolean looksOpen();

  // Waiting

  /**
   * Does what the passing of time has made due, and says when to ask again; to be called without
   * the lock, by everybody who is about to park as a receiver.
   */
  long nextAlarm() {
    return Waiter.FOREVER;
  }

  /** Whether a receiver that spins, and a sender, waits by a word: see {@link HandOver}. */
  boolean handsOver() {
    return false;
  }

  /** Waits in the queue; {@link Waiter#GAVE_UP} if the deadline has passed. */
  final int await(SoloWaiter waiter, WaitQueue queue, long deadline) throws InterruptedException {
    int outcome = Waiter.WAITING;
    while (outcome == Waiter.WAITING) {
      outcome = waiter.park(deadline, nextAlarm());
    }
    if (outcome == Waiter.GAVE_UP) {
      lock();
      queue.remove(waiter);
      unlock();
    }
    return outcome;
  }

  /**
   * With the lock held: leaves the queue after an interrupt or an error; false if the wait was over
   * before.
   */
  static boolean leave(SoloWaiter waiter, WaitQueue queue) {
    if (!waiter.giveUp()) {
      return false;
    }
    queue.remove(waiter);
    return true;
  }

  // Receiving

  @Override
  public final T receive() throws InterruptedException {
    return Told.valueOrThrow(receive(Waiter.FOREVER), this);
  }

  @Override
  public final @Nullable T receiveOrNull() throws InterruptedException {
    return Told.valueOrNull(receive(Waiter.FOREVER), this);
  }

  @Override
  public final Received<T> tryReceive(Duration atMost) throws InterruptedException {
    long nanos = Deadline.nanos(atMost);
    return nanos <= 0 ? tryReceive() : Told.received(receive(Deadline.in(nanos)), this);
  }

  /**
   * The next value, {@link Told#ENDED}, or null if the deadline has passed.
   *
   * <p>An interrupt or an error, such as too deep a stack, may end the wait at every step. Then it
   * is thrown, and nobody must serve this thread any more; unless it was served before. Then that
   * stands, since otherwise the value would be lost. This is decided in the frame that has locked
   * before: it takes no more stack than there was then, however deep the error was thrown.
   */
  private @Nullable Object receive(long deadline) throws InterruptedException {
    Object value;
    SoloWaiter.Manner manner = SoloWaiter.Manner.PARKS;
    SoloWaiter waiter = null;
    boolean waits = false;
    lock();
    try {
      value = pull();
      if (value != null) {
        flows();
      } else if (ended()) {
        value = Told.ENDED;
      } else {
        queueWhoStands();
        manner = mannerOfReceiver();
        if (!manner.spins() || !handsOver() || !expect()) {
          waiter = new SoloWaiter(this, false, manner);
          receivers().add(waiter);
        }
        waits = true;
      }
    } finally {
      if (!waits) {
        unlockAndWake();
      }
    }
    if (!waits) {
      return value;
    }
    try {
      unlockAndWake();
      if (waiter == null) {
        spin(this, IS_GIVEN, false, manner, deadline);
        waiter = isGiven() ? null : expectInQueue();
      }
      if (waiter != null && await(waiter, receivers(), deadline) == Waiter.GAVE_UP) {
        return null;
      }
    } catch (Throwable failed) {
      boolean left;
      lock();
      try {
        left = waiter == null ? withdrawExpecting() : leave(waiter, receivers());
      } finally {
        unlock();
      }
      if (left) {
        throw failed;
      }
    }
    if (waiter == null) {
      return takeGiven();
    }
    return waiter.closed ? Told.ENDED : waiter.item;
  }

  /** Having spun, waits in the queue as the first; null if its wait is over. */
  final @Nullable SoloWaiter expectInQueue() {
    SoloWaiter waiter = new SoloWaiter(this, false, SoloWaiter.Manner.PARKS);
    lock();
    try {
      return expectInQueue(waiter) ? waiter : null;
    } finally {
      unlock();
    }
  }

  @Override
  public final Received<T> tryReceive() {
    return Told.received(pullNow(), this);
  }

  @Override
  public final T receiveNow() {
    return Told.valueNow(pullNow(), this);
  }

  /** The next value, {@link Told#ENDED}, or null if there is none at this instant. */
  private @Nullable Object pullNow() {
    lock();
    try {
      Object value = pull();
      return value == null && ended() ? Told.ENDED : value;
    } finally {
      unlockAndWake();
    }
  }

  @Override
  public final Iterator<T> iterator() {
    return new ReceiverIterator<>(this);
  }

  @Override
  public final Stream<T> stream() {
    return ReceiverViews.stream(this);
  }

  @Override
  public final Flow.Publisher<T> publisher() {
    return new ReceiverPublisher<>(this);
  }

  // Looking

  @Override
  public final String name() {
    return name;
  }

  /**
   * A number that changes with every operation that changed or waited for anything: two equal
   * answers mean that the channel stood still in between. Only a select that {@linkplain Standing
   * stands} here begins a wait unnoticed; it counts its waits itself.
   */
  public final long movement() {
    return lookStamp();
  }

  @Override
  public final String toString() {
    return ReceiverViews.text(this);
  }
}
