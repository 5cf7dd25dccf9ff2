package dev.millrace.internal;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.ChannelFullException;
import dev.millrace.Overflow;
import dev.millrace.annotation.Nullable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/**
 * The general flavour: any capacity, any number of senders and receivers, every answer exact.
 *
 * <p>Everything happens under one small lock, so every operation takes effect at one instant. Two
 * invariants hold whenever the lock is free:
 *
 * <ol>
 *   <li>There is never a waiting receiver and, at the same time, a buffered value or a waiting
 *       sender (but for one select that waits on both sides, since a select never meets itself).
 *   <li>There is never a waiting sender while the buffer has room.
 * </ol>
 *
 * <p>A sender hands its value directly to the longest-waiting receiver. A receiver that takes the
 * head of a full buffer lets the longest-waiting sender's value in at the tail. So values stay in
 * order, and nobody who is woken has to look again and find that another was quicker.
 *
 * <p>The algorithm is Go's ({@code runtime/chan.go}); the places differ in that a waiter is claimed
 * by compare-and-set, because here waiters can be interrupted and have deadlines.
 *
 * @param <T> the type of the values
 */
public final class GeneralChannel<T> extends Flavour<T> implements Channel<T> {

  private final RingBuffer buffer;
  private final WaitQueue senders = new WaitQueue();

  private boolean closed;

  /** Written under the lock; volatile, because exceptions are made after letting go of it. */
  private volatile @Nullable Throwable cause;

  /** Whom the holder of the lock has served and must wake after letting go of it. */
  private @Nullable Waiter served;

  private GeneralChannel(String name, RingBuffer buffer) {
    super(name);
    this.buffer = buffer;
  }

  /** A new channel whose senders wait; see the factories of {@link Channel}. */
  public static <T> GeneralChannel<T> create(String name, int capacity) {
    return create(name, capacity, Overflow.WAIT, loser -> {});
  }

  /** A new channel; see the factories of {@link Channel}. */
  @SuppressWarnings("unchecked") // Only a T is ever pushed, so only a T is dropped.
  public static <T> GeneralChannel<T> create(
      String name, int capacity, Overflow overflow, Consumer<? super T> onDrop) {
    Objects.requireNonNull(name, "The name of a channel must not be null.");
    Objects.requireNonNull(onDrop, "The onDrop hook of a channel must not be null.");
    Consumer<Object> hook = (Consumer<Object>) onDrop;
    return new GeneralChannel<>(name, RingBuffer.create(name, capacity, overflow, hook));
  }

  // The steps. Each is to be called by the holder of the lock.

  /**
   * Hands the value to a waiting receiver or buffers it; false if neither is possible. The holder
   * of the lock must then {@linkplain #takeLoser take} the value that this may have cost.
   */
  boolean push(Object value) {
    Place receiver = receivers().claimFirst(value);
    if (receiver != null) {
      served = receiver.waiter;
      return true;
    }
    return buffer.offer(value);
  }

  /** Takes the next value, from the buffer or from a waiting sender; null if there is none. */
  @Override
  @Nullable
  Object pull() {
    Object head = buffer.poll();
    if (head == null) {
      // Nothing buffered and yet a sender waiting: the channel has no buffer.
      Place sender = senders.claimFirst(null);
      if (sender == null) {
        return null;
      }
      served = sender.waiter;
      return sender.item;
    }
    Place sender = senders.claimFirst(null);
    if (sender != null) {
      buffer.offer(Objects.requireNonNull(sender.item));
      served = sender.waiter;
    }
    return head;
  }

  /** The value that a {@link #push} has cost; null unless the channel drops values. */
  @Nullable
  Object takeLoser() {
    return buffer.takeLoser();
  }

  boolean canPush() {
    return buffer.accepts() || receivers().hasWaiting();
  }

  @Override
  boolean canPull() {
    return buffer.size() > 0 || senders.hasWaiting();
  }

  /** Whether the channel is closed, whatever is still buffered. */
  boolean closedForSenders() {
    return closed;
  }

  @Override
  boolean ended() {
    return closed && buffer.size() == 0;
  }

  @Override
  @Nullable
  Throwable cause() {
    return cause;
  }

  WaitQueue senders() {
    return senders;
  }

  @Override
  boolean marksArms() {
    return true;
  }

  // A look without the lock, for a select that does not want to wait.

  /** If true, and the lock's stamp is unchanged, sending was not possible; nor was it closed. */
  boolean looksUnableToPush() {
    return !closed && !buffer.accepts() && receivers().looksEmpty();
  }

  @Override
  boolean looksUnableToPull() {
    return buffer.size() == 0 && senders.looksEmpty();
  }

  @Override
  boolean looksOpen() {
    return !closed;
  }

  @Override
  void unlockAndWake() {
    Waiter waiter = served;
    served = null;
    // Null and not an empty list: every operation comes by here, and few meet the end.
    List<Waiter> watchers = null;
    try {
      markReady();
      watchers = ended() ? endOfWatch() : null;
    } finally {
      unlock();
    }
    if (waiter != null) {
      waiter.wake();
    }
    if (watchers != null) {
      watchers.forEach(Waiter::wake);
    }
  }

  /**
   * Tells of a value that was dropped, in the thread whose send cost it. To be called without any
   * lock, since the hook is foreign code.
   */
  void tellDropped(@Nullable Object loser) {
    if (loser != null) {
      buffer.tell(loser);
    }
  }

  // Sending

  @Override
  public void send(T value) throws InterruptedException {
    send(value, null);
  }

  void send(T value, @Nullable SendEnd<T> contribution) throws InterruptedException {
    send(value, Waiter.FOREVER, contribution);
  }

  @Override
  public boolean trySend(T value, Duration atMost) throws InterruptedException {
    return trySend(value, atMost, null);
  }

  boolean trySend(T value, Duration atMost, @Nullable SendEnd<T> contribution)
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
    lock();
    try {
      open = isOpen(contribution);
      if (open && !push(value)) {
        waiter = new SoloWaiter(this, true);
        waiter.place.item = value;
        waiter.place.contribution = contribution;
        senders.add(waiter.place);
      }
      loser = takeLoser();
    } finally {
      unlockAndWake();
    }
    if (!open) {
      throw refusal(contribution);
    }
    tellDropped(loser);
    return waiter == null || awaitTaken(waiter, deadline);
  }

  private boolean awaitTaken(SoloWaiter waiter, long deadline) throws InterruptedException {
    if (await(waiter, senders, deadline) == Waiter.GAVE_UP) {
      return false;
    }
    if (waiter.place.closed) {
      throw refusal(waiter.place.contribution);
    }
    return true;
  }

  /** To be called by the holder of the lock: after {@link #refuse} nobody comes to wait here. */
  private boolean isOpen(@Nullable SendEnd<?> contribution) {
    return !closed && (contribution == null || !contribution.hasEnded());
  }

  private ChannelClosedException refusal(@Nullable SendEnd<?> contribution) {
    return contribution == null ? closedException() : contribution.refusal();
  }

  @Override
  public boolean trySend(T value) {
    return trySend(value, (SendEnd<T>) null);
  }

  boolean trySend(T value, @Nullable SendEnd<T> contribution) {
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
  public void sendNow(T value) {
    if (!trySend(value)) {
      throw new ChannelFullException(this);
    }
  }

  @Override
  public Flow.Subscriber<T> subscriber() {
    return new SenderSubscriber<>(this);
  }

  // Closing

  @Override
  public void close() {
    tryClose(null, null);
  }

  @Override
  public void close(Throwable cause) {
    tryClose(cause);
  }

  @Override
  public boolean tryClose() {
    return tryClose(null, null);
  }

  @Override
  public boolean tryClose(Throwable cause) {
    Objects.requireNonNull(cause, "A failure needs a cause. Use close() for an ordinary end.");
    return tryClose(cause, null);
  }

  @Override
  public List<T> closeNow() {
    List<T> undelivered = new ArrayList<>();
    tryClose(null, undelivered);
    return undelivered;
  }

  /**
   * Closes as {@link #closeNow()} does, but as a failure: receivers that have not seen the end yet
   * get this cause, unless the channel already has one. So what is cut short never looks complete.
   */
  public List<T> closeNow(Throwable cause) {
    List<T> undelivered = new ArrayList<>();
    tryClose(cause, undelivered);
    return undelivered;
  }

  private boolean tryClose(@Nullable Throwable cause, @Nullable List<T> undelivered) {
    List<Waiter> waiting = new ArrayList<>();
    RingBuffer left = null;
    boolean first;
    lock();
    try {
      first = !closed;
      if (first) {
        closed = true;
        this.cause = cause;
      }
      if (undelivered != null) {
        if (this.cause == null && buffer.size() > 0) {
          this.cause = cause;
        }
        left = buffer.takeAll();
      }
      if (first) {
        // Who is claimed here knows of the close at once, and may ask a select of its own.
        markReady();
        senders.claimAllClosed(waiting);
        receivers().claimAllClosed(waiting);
        // Even if values are left: who refuses to take them learns that the end cannot come.
        List<Waiter> watchers = endOfWatch();
        if (watchers != null) {
          waiting.addAll(watchers);
        }
      }
    } finally {
      unlockAndWake();
    }
    waiting.forEach(Waiter::wake);
    if (undelivered != null && left != null) {
      // Outside the lock, since there may be millions.
      left.forEach(value -> undelivered.add(asValue(value)));
    }
    return first;
  }

  /** Wakes the senders that wait on behalf of a contribution that has ended. */
  void refuse(SendEnd<T> contribution) {
    List<Waiter> refused = new ArrayList<>();
    lock();
    try {
      senders.claimClosed(contribution, refused);
    } finally {
      unlockAndWake();
    }
    refused.forEach(Waiter::wake);
  }

  // Looking

  @Override
  public int capacity() {
    return buffer.capacity();
  }

  @Override
  public int size() {
    long stamp = lookStamp();
    int size = buffer.size();
    if (unchanged(stamp)) {
      return size;
    }
    lock();
    try {
      return buffer.size();
    } finally {
      unlock();
    }
  }

  @Override
  public boolean isEmpty() {
    return size() == 0;
  }

  @Override
  public boolean isFull() {
    return size() == buffer.capacity();
  }

  @Override
  public long dropped() {
    long stamp = lookStamp();
    long dropped = buffer.dropped();
    if (unchanged(stamp)) {
      return dropped;
    }
    lock();
    try {
      return buffer.dropped();
    } finally {
      unlock();
    }
  }

  @Override
  public boolean isClosed() {
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

  // Values

  static void requireValue(@Nullable Object value) {
    if (value == null) {
      throw new NullPointerException(
          "null cannot be sent: a receiver could not tell it from the end. Send an Optional or a"
              + " record instead.");
    }
  }
}
