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
    permits GeneralChannel, Broadcast {

  /** A constant, so that nothing is left to be linked, which may fail, when somebody waits. */
  private static final Predicate<HandOver> IS_ANSWERED = HandOver::isAnswered;

  private final WaitQueue senders = new WaitQueue();

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

  final WaitQueue senders() {
    return senders;
  }

  /** With the lock held, or to be confirmed by its stamp: whether there may be a sender. */
  final boolean looksOffered() {
    return isOffered() || !senders.looksEmpty();
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

  private boolean send(T value, long deadline, @Nullable SendEnd<T> contribution)
      throws InterruptedException {
    requireValue(value);
    SoloWaiter waiter = null;
    Object loser;
    boolean open;
    boolean sent;
    SoloWaiter.Manner manner = SoloWaiter.Manner.PARKS;
    boolean offers = false;
    lock();
    try {
      open = isOpen(contribution);
      sent = open && pushFirst(value);
      loser = takeLoser();
      if (open && !sent) {
        manner = manner(!looksOffered(), false);
        offers = manner.spins() && handsOver() && offer(value, contribution);
        if (!offers) {
          waiter = waitToSend(value, contribution, manner);
        }
      }
    } finally {
      if (offers) {
        unlockOffering();
      } else {
        unlockAndWake();
      }
    }
    if (!open) {
      throw refusal(contribution);
    }
    if (offers) {
      return sendSpinning(value, manner, deadline, contribution);
    }
    tellDropped(loser);
    return waiter == null || awaitSent(waiter, deadline);
  }

  /** What {@link #push} does, for a sender that waits if that is not possible. */
  boolean pushFirst(Object value) {
    return push(value);
  }

  /** Has the value wait in the queue. */
  SoloWaiter waitToSend(Object value, @Nullable SendEnd<?> contribution, SoloWaiter.Manner manner) {
    SoloWaiter waiter = sender(value, contribution, manner);
    senders.add(waiter);
    return waiter;
  }

  private SoloWaiter sender(
      Object value, @Nullable SendEnd<?> contribution, SoloWaiter.Manner manner) {
    SoloWaiter waiter = new SoloWaiter(this, true, manner);
    waiter.item = value;
    waiter.contribution = contribution;
    return waiter;
  }

  private void unlockOffering() {
    try {
      unlockAndWake();
    } catch (Throwable failed) {
      if (stopsOffering()) {
        throw failed;
      }
    }
  }

  private boolean sendSpinning(
      T value, SoloWaiter.Manner manner, long deadline, @Nullable SendEnd<T> contribution)
      throws InterruptedException {
    spinOffering(IS_ANSWERED, manner, deadline);
    SoloWaiter waiter = isAnswered() ? null : offerInQueue(value, contribution);
    if (waiter != null) {
      return awaitSent(waiter, deadline);
    }
    if (!takeAnswer()) {
      throw refusal(contribution);
    }
    return true;
  }

  final void spinOffering(
      Predicate<? super HandOver> isAnswered, SoloWaiter.Manner manner, long deadline) {
    try {
      spinBudget.spin(this, isAnswered, pauses(manner), deadline);
    } catch (Throwable failed) {
      if (stopsOffering()) {
        throw failed;
      }
    }
  }

  /**
   * After an error: a send that throws must not leave its value behind to be taken. False if it is
   * too late, and the wait is over. Then that stands: were the error thrown, the value would be
   * sent although send has failed.
   */
  private boolean stopsOffering() {
    lock();
    boolean stopped = withdrawOffer();
    unlock();
    return stopped;
  }

  /** Having spun, waits in the queue as the first; null if its wait is over. */
  final @Nullable SoloWaiter offerInQueue(T value, @Nullable SendEnd<T> contribution) {
    lock();
    try {
      // First of all: if there is no memory, it must not be left waiting.
      if (!withdrawOffer()) {
        return null;
      }
      SoloWaiter waiter = sender(value, contribution, SoloWaiter.Manner.PARKS);
      senders.addFirst(waiter);
      return waiter;
    } finally {
      unlock();
    }
  }

  /**
   * Waits until the value is out of the sender's hands, without the lock; false if it is not,
   * because the deadline has passed.
   */
  boolean awaitSent(SoloWaiter waiter, long deadline) throws InterruptedException {
    return await(waiter, senders, deadline) != Waiter.GAVE_UP && wasSent(waiter);
  }

  /** For a sender that was served: true, or the exception that says it was refused. */
  final boolean wasSent(SoloWaiter waiter) {
    if (waiter.closed) {
      throw refusal(waiter.contribution);
    }
    return true;
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
    List<Waiter> refused = new ArrayList<>();
    lock();
    try {
      refuseOffer(contribution);
      senders.claimClosed(contribution, refused);
    } finally {
      unlockAndWake();
    }
    refused.forEach(Waiter::wake);
  }

  // Values

  static void requireValue(@Nullable Object value) {
    if (value == null) {
      throw new NullPointerException(
          "null cannot be sent: a receiver could not tell it from the end. Send an Optional or a"
              + " record instead.");
    }
  }

  @SuppressWarnings("unchecked") // No channel ever holds anything but a T.
  final T asValue(Object value) {
    return (T) value;
  }
}
