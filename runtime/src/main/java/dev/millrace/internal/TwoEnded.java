package dev.millrace.internal;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.ChannelFullException;
import dev.millrace.annotation.Nullable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.function.Predicate;

/**
 * What the flavours have in common that values can be sent to: a queue of senders that wait, and
 * every form of sending and of closing, built on a few more steps under the lock.
 *
 * @param <T> the type of the values
 */
public abstract sealed class TwoEnded<T> extends Flavour<T> implements Channel<T>
    permits GeneralChannel, Cursors {

  /** A constant, so that nothing is left to be linked, which may fail, when somebody waits. */
  private static final Predicate<HandOver> IS_ANSWERED = HandOver::isAnswered;

  /** Made when the first sender comes to queue. */
  private @Nullable WaitQueue senders;

  TwoEnded(String name) {
    super(name);
  }

  // The steps. Each is to be called by the holder of the lock, but for those that say otherwise.

  /**
   * Hands the value to a waiting receiver or buffers it; false if neither is possible. The holder
   * of the lock must then {@linkplain #takeLoser take} the value that this may have cost.
   */
  abstract boolean push(Object value);

  /** Whether {@link #push} would succeed. */
  abstract boolean canPush();

  /** The value that a {@link #push} has cost; null unless the channel drops values. */
  @Nullable
  abstract Object takeLoser();

  /**
   * Tells of a value that was dropped, in the thread whose send cost it. To be called without any
   * lock, since the hook is foreign code.
   */
  abstract void tellDropped(@Nullable Object loser);

  /** Whether the channel is closed, whatever is still buffered. */
  abstract boolean closedForSenders();

  /** Those who wait to send; with the lock held. */
  final WaitQueue senders() {
    if (senders == null) {
      senders = new WaitQueue();
    }
    return senders;
  }

  /** With the lock held: takes the sender that has waited longest; null if none does. */
  final @Nullable Place claimSender() {
    return senders == null ? null : senders.claimFirst(null);
  }

  /** With the lock held: as {@link #claimSender}, but it goes on waiting. */
  final @Nullable Place removeSender() {
    return senders == null ? null : senders.removeFirst();
  }

  /** With the lock held: refuses those who wait to send; they are still to be woken. */
  final void refuseSenders(List<Waiter> refused) {
    if (senders != null) {
      senders.claimAllClosed(refused);
    }
  }

  /** With the lock held: how many there are to be refused. */
  final int queuedSenders() {
    return senders == null ? 0 : senders.length();
  }

  /** With the lock held: whether somebody waits to send who is not yet served elsewhere. */
  final boolean hasWaitingSender() {
    return isOffered() || (senders != null && senders.hasWaiting());
  }

  /** With the lock held, or to be confirmed by its stamp: whether there may be a sender. */
  final boolean looksOffered() {
    // Once: without the lock it may change in between.
    WaitQueue queue = senders;
    return isOffered() || (queue != null && !queue.looksEmpty());
  }

  /**
   * Without the lock: if true, and the lock's stamp is unchanged, sending was not possible; nor was
   * it closed.
   */
  abstract boolean looksUnableToPush();

  /**
   * Closes; takes the lock itself.
   *
   * @param undelivered where to put what is not to be received any more; null if receivers may
   *     drain the channel
   * @return whether this call closed it
   */
  abstract boolean tryClose(@Nullable Throwable cause, @Nullable List<T> undelivered);

  // Sending

  @Override
  public final void send(T value) throws InterruptedException {
    send(value, null);
  }

  final void send(T value, @Nullable SendEnd<T> contribution) throws InterruptedException {
    send(value, Waiter.FOREVER, contribution);
  }

  @Override
  public final boolean trySend(T value, Duration atMost) throws InterruptedException {
    return trySend(value, atMost, null);
  }

  final boolean trySend(T value, Duration atMost, @Nullable SendEnd<T> contribution)
      throws InterruptedException {
    long nanos = Deadline.nanos(atMost);
    return nanos <= 0
        ? trySend(value, contribution)
        : send(value, Deadline.in(nanos), contribution);
  }

  /**
   * False if the deadline has passed. As for an interrupt or an error: see the opposite, {@link
   * Flavour#receive}. A value that was taken is sent, and one whose send throws is not.
   */
  private boolean send(T value, long deadline, @Nullable SendEnd<T> contribution)
      throws InterruptedException {
    requireValue(value);
    Object loser;
    boolean open;
    SoloWaiter.Manner manner = SoloWaiter.Manner.PARKS;
    SoloWaiter waiter = null;
    boolean waits = false;
    lock();
    try {
      open = isOpen(contribution);
      boolean sent = open && pushFirst(value);
      loser = takeLoser();
      if (open && !sent) {
        manner = mannerOfSender(!looksOffered());
        if (!manner.spins() || !handsOver() || !offer(value, contribution)) {
          waiter = waitToSend(value, contribution, manner);
        }
        waits = true;
      }
    } finally {
      if (!waits) {
        unlockAndWake();
      }
    }
    if (!open) {
      throw refusal(contribution);
    }
    if (!waits) {
      tellDropped(loser);
      return true;
    }
    try {
      unlockAndWake();
      if (waiter == null) {
        spin(this, IS_ANSWERED, true, manner, deadline);
        waiter = isAnswered() ? null : offerInQueue(value, contribution);
      }
      if (waiter != null && !awaitSent(waiter, deadline)) {
        return false;
      }
    } catch (Throwable failed) {
      boolean left = true;
      lock();
      try {
        left = waiter == null ? withdrawOffer() : leave(waiter, failed);
      } finally {
        unlockHaving(left);
      }
      if (left) {
        throw failed;
      }
    }
    if (waiter == null ? !takeAnswer() : waiter.closed) {
      throw refusal(contribution);
    }
    return true;
  }

  /**
   * With the lock held: takes the value of a sender back after an interrupt or an error; false if
   * its wait was over before.
   */
  boolean leave(SoloWaiter waiter, Throwable failed) {
    return leave(waiter, senders());
  }

  /** Unlocks, having tried to take a value back, which may let another sender in. */
  final void unlockHaving(boolean takenBack) {
    if (takenBack) {
      unlockAndWake();
    } else {
      // Nobody was served, and nothing must fail any more: the value is sent.
      unlock();
    }
  }

  /** What {@link #push} does, for a sender that waits if that is not possible. */
  boolean pushFirst(Object value) {
    return push(value);
  }

  /** Has the value wait in the queue. */
  SoloWaiter waitToSend(Object value, @Nullable SendEnd<?> contribution, SoloWaiter.Manner manner) {
    SoloWaiter waiter = sender(value, contribution, manner);
    senders().add(waiter);
    return waiter;
  }

  private SoloWaiter sender(
      Object value, @Nullable SendEnd<?> contribution, SoloWaiter.Manner manner) {
    SoloWaiter waiter = new SoloWaiter(this, true, manner);
    waiter.item = value;
    waiter.contribution = contribution;
    return waiter;
  }

  /** Having spun, waits in the queue as the first; null if its wait is over. */
  final @Nullable SoloWaiter offerInQueue(T value, @Nullable SendEnd<T> contribution) {
    SoloWaiter waiter = sender(value, contribution, SoloWaiter.Manner.PARKS);
    lock();
    try {
      return offerInQueue(waiter, senders()) ? waiter : null;
    } finally {
      unlock();
    }
  }

  /**
   * Waits until the value is out of the sender's hands, or refused, without the lock; false if it
   * is neither, because the deadline has passed.
   */
  boolean awaitSent(SoloWaiter waiter, long deadline) throws InterruptedException {
    return await(waiter, senders(), deadline) != Waiter.GAVE_UP;
  }

  /** To be called by the holder of the lock: after {@link #refuse} nobody comes to wait here. */
  private boolean isOpen(@Nullable SendEnd<?> contribution) {
    return !closedForSenders() && (contribution == null || !contribution.hasEnded());
  }

  private ChannelClosedException refusal(@Nullable SendEnd<?> contribution) {
    return contribution == null
        ? new ChannelClosedException(this, cause())
        : contribution.refusal();
  }

  @Override
  public final boolean trySend(T value) {
    return trySend(value, (SendEnd<T>) null);
  }

  final boolean trySend(T value, @Nullable SendEnd<T> contribution) {
    requireValue(value);
    Object loser;
    boolean open;
    boolean sent;
    lock();
    try {
      open = isOpen(contribution);
      sent = open && push(value);
      loser = takeLoser();
    } finally {
      unlockAndWake();
    }
    if (!open) {
      throw refusal(contribution);
    }
    tellDropped(loser);
    return sent;
  }

  @Override
  public final void sendNow(T value) {
    if (!trySend(value)) {
      throw new ChannelFullException(this);
    }
  }

  @Override
  public final Flow.Subscriber<T> subscriber() {
    return new SenderSubscriber<>(this);
  }

  // Closing

  @Override
  public final void close() {
    tryClose(null, null);
  }

  @Override
  public final void close(Throwable cause) {
    tryClose(cause);
  }

  @Override
  public final boolean tryClose() {
    return tryClose(null, null);
  }

  @Override
  public final boolean tryClose(Throwable cause) {
    Objects.requireNonNull(cause, "A failure needs a cause. Use close() for an ordinary end.");
    return tryClose(cause, null);
  }

  @Override
  public final List<T> closeNow() {
    List<T> undelivered = new ArrayList<>();
    tryClose(null, undelivered);
    return undelivered;
  }

  /**
   * Closes as {@link #closeNow()} does, but as a failure: receivers that have not seen the end yet
   * get this cause, unless the channel already has one. So what is cut short never looks complete.
   */
  public final List<T> closeNow(Throwable cause) {
    List<T> undelivered = new ArrayList<>();
    tryClose(cause, undelivered);
    return undelivered;
  }

  /** Wakes the senders that wait on behalf of a contribution that has ended. */
  void refuse(SendEnd<T> contribution) {
    List<Waiter> refused = List.of();
    lock();
    try {
      // With room for all before anybody is claimed.
      refused = new ArrayList<>(queuedSenders());
      refuseOffer(contribution);
      if (senders != null) {
        senders.claimClosed(contribution, refused);
      }
    } finally {
      try {
        unlockAndWake();
      } finally {
        Waiter.wakeAll(refused);
      }
    }
  }

  // Values

  static void requireValue(@Nullable Object value) {
    if (value == null) {
      throw new NullPointerException(
          "null cannot be sent: a receiver could not tell it from the end. Wrap a value that may be"
              + " missing in a record.");
    }
  }

  @SuppressWarnings("unchecked") // No channel ever holds anything but a T.
  final T asValue(Object value) {
    return (T) value;
  }
}
