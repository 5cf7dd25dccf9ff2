package dev.millrace.internal;

import dev.millrace.Received;
import dev.millrace.Receiver;
import dev.millrace.annotation.Nullable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What all flavours have in common: a small lock, a queue of receivers that wait, and every form of
 * receiving, built on a few steps under the lock that each flavour takes in its own way.
 *
 * @param <T> the type of the values
 */
public abstract sealed class Flavour<T> extends SequenceLock implements Receiver<T>
    permits TwoEnded, Subscription, Timer {

  /**
   * Whom the holder of the lock has served and must wake after letting go of it; the flavours that
   * may serve many at once have lists. Here, in the line of the lock.
   */
  @Nullable Waiter served;

  /** A constant, so that nothing is left to be linked, which may fail, when somebody waits. */
  private static final Predicate<HandOver> IS_GIVEN = HandOver::isGiven;

  /** A buffer of so many values keeps one side busy while the other pauses. */
  private static final int BUSY = 8;

  private static final int FEWEST_PAUSES = 4;

  /**
   * Pauses do not get longer with buffers that are, so that they take some microseconds at most.
   */
  private static final int MOST_PLACES = 512;

  /** After a receiver has found a value, so many pause that wait. */
  private static final byte MOST_FLOW = 8;

  /**
   * Above zero if receivers have found values lately without having waited for each. Then senders
   * run ahead, and a receiver that pauses finds several values, where one on their heels has each
   * handed over to it; if not, they may wait for an answer to each. Guarded by the lock, and in its
   * line.
   */
  private byte flow;

  private final String name;
  final Breath breath = new Breath();
  final SpinBudget spinBudget = new SpinBudget();

  /** Selects that wait for the end; made when the first one comes. */
  private @Nullable WaitQueue endWatchers;

  /** Arms of selects that stay registered, guarded by the lock; null if there are none. */
  Arm @Nullable [] registered;

  /** Whom the holder of the lock has roused and must wake after letting go of it. */
  private @Nullable Waiter roused;

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

  /** Lets go of the lock and only then wakes whom the steps served. */
  abstract void unlockAndWake();

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
    List<Waiter> watchers = new ArrayList<>();
    endWatchers.claimAllClosed(watchers);
    return watchers;
  }

  // Registered arms

  /** Whether this flavour marks registered arms. If not, selects ask it each time. */
  abstract boolean marksArms();

  /**
   * Marks the registered arms that are ready. To be called by each holder of the lock who may have
   * made one ready, while nobody can know of it: before claiming those who are told of it, and
   * before letting go of the lock.
   */
  final void markReady() {
    if (registered != null) {
      markReady(registered);
    }
  }

  private void markReady(Arm[] arms) {
    for (Arm arm : arms) {
      Waiter looks = arm.markIfReady();
      if (looks != null) {
        // Never two of them: who stands here was alone, and nobody else begins to meanwhile.
        roused = looks;
      }
    }
  }

  /**
   * Marks as {@link #markReady} does, and takes whom this or an earlier call has roused; with the
   * lock held, to be woken without it.
   */
  final @Nullable Waiter markAndRouse() {
    // Every operation comes by here, and on most channels this is all there is to do.
    if (registered == null) {
      return null;
    }
    markReady(registered);
    Waiter taken = roused;
    roused = null;
    return taken;
  }

  /** Takes whom a step has served; with the lock held, to be woken without it. */
  final @Nullable Waiter takeServed() {
    Waiter taken = served;
    if (taken != null) {
      served = null;
    }
    return taken;
  }

  final void register(Arm arm) {
    lock();
    try {
      Arm[] before = registered == null ? new Arm[0] : registered;
      Arm[] arms = Arrays.copyOf(before, before.length + 1);
      arms[before.length] = arm;
      registered = arms;
    } finally {
      unlockAndWake();
    }
  }

  final void deregister(Arm arm) {
    lock();
    try {
      arm.standing = null;
      Arm[] before = registered == null ? new Arm[0] : registered;
      Arm[] arms = Arrays.stream(before).filter(other -> other != arm).toArray(Arm[]::new);
      registered = arms.length == 0 ? null : arms;
    } finally {
      unlockAndWake();
    }
  }

  // The arm that stands here; each with the lock held

  /** Whether no other select has registered an arm. */
  final boolean isRegisteredOnly(Waiter select) {
    if (registered == null) {
      return false;
    }
    for (Arm arm : registered) {
      if (!arm.place.waiter.equals(select)) {
        return false;
      }
    }
    return true;
  }

  /** The receiving arm that stands here, whether or not its select waits; null if there is none. */
  final @Nullable Arm standing() {
    return registered == null ? null : standing(registered);
  }

  private static @Nullable Arm standing(Arm[] arms) {
    for (Arm arm : arms) {
      if (arm.standing != null && arm.receives()) {
        return arm;
      }
    }
    return null;
  }

  /**
   * Has the select that stands here wait in the queue as others do, if it waits: for whoever is
   * about to queue behind it, or must know who waits for longer than an instant.
   */
  final void queueWhoStands() {
    Arm arm = standing();
    if (arm != null) {
      arm.queueInstead();
    }
  }

  /** With the lock held, or to be confirmed by its stamp: whether there may be a receiver. */
  final boolean looksAwaited() {
    return isExpected() || !receivers().looksEmpty();
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

  /**
   * How the current thread waits, which is about to.
   *
   * @param first whether nobody waits before it, so that it may be served soon
   * @param urgent whether the other side may have nothing to do until this thread goes on, unless
   *     there is a buffer
   */
  final SoloWaiter.Manner manner(boolean first, boolean urgent) {
    int random = ThreadLocalRandom.current().nextInt();
    if (breath.isDue(random)) {
      spinBudget.bePatient();
      return SoloWaiter.Manner.BREATHES;
    }
    if (!first || !spinBudget.isToSpin(random)) {
      return SoloWaiter.Manner.PARKS;
    }
    return urgent || capacity() < BUSY ? SoloWaiter.Manner.SPINS : SoloWaiter.Manner.PAUSES;
  }

  /**
   * How often who waits in this manner pauses before each look: not at all or, if it has time, for
   * as long as the other side takes for a good part of the buffer. If it comes back earlier, the
   * two take the lock away from each other with every value; if it comes back later, the other side
   * has to wait. (Measured with 16 places: half as many pauses are slower, and so are two thirds
   * more. With 512: half as many, and a third more.)
   */
  final int pauses(SoloWaiter.Manner manner) {
    return manner == SoloWaiter.Manner.PAUSES
        ? FEWEST_PAUSES + Math.min(capacity(), MOST_PLACES) * 3 / 8
        : 0;
  }

  /** Waits in the queue and leaves nothing behind in it. */
  final int await(SoloWaiter waiter, WaitQueue queue, long deadline) throws InterruptedException {
    int outcome = Waiter.WAITING;
    try {
      while (outcome == Waiter.WAITING) {
        outcome = waiter.park(deadline, nextAlarm());
      }
    } finally {
      if (outcome < 0) {
        lock();
        queue.remove(waiter);
        unlock();
      }
    }
    return outcome;
  }

  // Receiving

  /** With the lock held. */
  final boolean isReceiverUrgent() {
    return flow == 0;
  }

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

  /** The next value, {@link Told#ENDED}, or null if the deadline has passed. */
  private @Nullable Object receive(long deadline) throws InterruptedException {
    SoloWaiter waiter = null;
    Object value;
    SoloWaiter.Manner manner = SoloWaiter.Manner.PARKS;
    boolean expects = false;
    lock();
    try {
      value = pull();
      if (value == null) {
        if (ended()) {
          return Told.ENDED;
        }
        queueWhoStands();
        manner = manner(!looksAwaited(), isReceiverUrgent());
        flow = (byte) Math.max(0, flow - 1);
        expects = manner.spins() && handsOver() && expect();
        if (!expects) {
          waiter = new SoloWaiter(this, false, manner);
          receivers().add(waiter);
        }
      } else if (flow < MOST_FLOW) {
        flow = MOST_FLOW;
      }
    } finally {
      if (expects) {
        unlockExpecting();
      } else {
        unlockAndWake();
      }
    }
    if (expects) {
      return receiveSpinning(manner, deadline);
    }
    return waiter == null ? value : awaitReceived(waiter, deadline);
  }

  private void unlockExpecting() {
    try {
      unlockAndWake();
    } catch (Throwable failed) {
      if (stopsExpecting()) {
        throw failed;
      }
    }
  }

  private @Nullable Object receiveSpinning(SoloWaiter.Manner manner, long deadline)
      throws InterruptedException {
    spinExpecting(IS_GIVEN, manner, deadline);
    SoloWaiter waiter = isGiven() ? null : expectInQueue();
    return waiter == null ? takeGiven() : awaitReceived(waiter, deadline);
  }

  final void spinExpecting(
      Predicate<? super HandOver> isGiven, SoloWaiter.Manner manner, long deadline) {
    try {
      spinBudget.spin(this, isGiven, pauses(manner), deadline);
    } catch (Throwable failed) {
      if (stopsExpecting()) {
        throw failed;
      }
    }
  }

  /**
   * After an error, such as too deep a stack: a value must not be given to a thread that does not
   * wait any more. False if it is too late, and the wait is over. Then that stands, as it does
   * after an interrupt that came too late: were the error thrown, the value would be lost.
   */
  private boolean stopsExpecting() {
    lock();
    boolean stopped = withdrawExpecting();
    unlock();
    return stopped;
  }

  /** Having spun, waits in the queue as the first; null if its wait is over. */
  final @Nullable SoloWaiter expectInQueue() {
    lock();
    try {
      // First of all: if there is no memory, it must not be left waiting.
      if (!withdrawExpecting()) {
        return null;
      }
      SoloWaiter waiter = new SoloWaiter(this, false, SoloWaiter.Manner.PARKS);
      receivers().addFirst(waiter);
      return waiter;
    } finally {
      unlock();
    }
  }

  private @Nullable Object awaitReceived(SoloWaiter waiter, long deadline)
      throws InterruptedException {
    if (await(waiter, receivers(), deadline) == Waiter.GAVE_UP) {
      return null;
    }
    return waiter.closed ? Told.ENDED : waiter.item;
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
