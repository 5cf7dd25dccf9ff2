package dev.millrace.internal;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.ChannelFullException;
import dev.millrace.Received;
import dev.millrace.annotation.Nullable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * The flavours for two threads, one that sends and one that receives. They are chosen where the
 * compiler has proved that generated code alone touches both ends. There is no lock. What they have
 * in common: every form of sending and receiving, built on a few steps that each takes in its own
 * way, and closing.
 *
 * <p>Close takes effect at the next look of each end.
 *
 * <p>A select needs a lock that all its channels share, and there is none. Only rings that were
 * made to be its arms can be selected from, all of them by one thread alone: see {@link
 * RingSelect}.
 *
 * @param <T> the type of the values
 */
public abstract sealed class OneToOneChannel<T> implements Channel<T>
    permits RingSlots, OneToOneRendezvous {

  private static final VarHandle ENDING;

  static {
    try {
      ENDING =
          MethodHandles.lookup()
              .findVarHandle(OneToOneChannel.class, "ending", OneToOneEnding.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final String name;

  volatile @Nullable OneToOneEnding ending;

  /** Values that were refused, and those taken out instead of received. */
  final LongAdder discarded = new LongAdder();

  OneToOneChannel(String name) {
    this.name = Objects.requireNonNull(name, "The name of a channel must not be null.");
  }

  /** A new channel of a capacity that {@link #fits}. */
  public static <T> OneToOneChannel<T> create(String name, int capacity) {
    return capacity == 0 ? new OneToOneRendezvous<>(name) : new OneToOneRing<>(name, capacity);
  }

  /** Whether there are such channels of this capacity. */
  public static boolean fits(int capacity) {
    return capacity >= 0 && capacity <= RingSlots.LARGEST;
  }

  // The steps. Only the thread at the end in question takes them.

  /** Sends; false if the deadline has passed. */
  abstract boolean put(T value, long deadline) throws InterruptedException;

  /** Sends if that is possible at once. */
  abstract boolean putNow(T value);

  /** The next value, {@link Told#ENDED}, or null if the deadline has passed. */
  @Nullable
  abstract Object take(long deadline) throws InterruptedException;

  /** The next value, {@link Told#ENDED}, or null if there is none. */
  @Nullable
  abstract Object takeNow();

  abstract OneToOneEnd sender();

  abstract OneToOneEnd receiver();

  // Sending

  @Override
  public final void send(T value) throws InterruptedException {
    put(value, Waiter.FOREVER);
  }

  @Override
  public final boolean trySend(T value, Duration atMost) throws InterruptedException {
    long nanos = Deadline.nanos(atMost);
    return nanos <= 0 ? putNow(value) : put(value, Deadline.in(nanos));
  }

  @Override
  public final boolean trySend(T value) {
    return putNow(value);
  }

  @Override
  public final void sendNow(T value) {
    if (!putNow(value)) {
      throw new ChannelFullException(this);
    }
  }

  /** What a sender is told that has come too late; its value counts as discarded. */
  final ChannelClosedException refusal() {
    discarded.increment();
    return new ChannelClosedException(this, cause());
  }

  @Override
  public final Flow.Subscriber<T> subscriber() {
    return new SenderSubscriber<>(this);
  }

  // Receiving

  @Override
  public final T receive() throws InterruptedException {
    return Told.valueOrThrow(take(Waiter.FOREVER), this);
  }

  @Override
  public final @Nullable T receiveOrNull() throws InterruptedException {
    return Told.valueOrNull(take(Waiter.FOREVER), this);
  }

  @Override
  public final Received<T> tryReceive(Duration atMost) throws InterruptedException {
    long nanos = Deadline.nanos(atMost);
    return nanos <= 0 ? tryReceive() : Told.received(take(Deadline.in(nanos)), this);
  }

  @Override
  public final Received<T> tryReceive() {
    return Told.received(takeNow(), this);
  }

  @Override
  public final T receiveNow() {
    return Told.valueNow(takeNow(), this);
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
    throw new UnsupportedOperationException(
        "Channel \"" + name + "\" belongs to one sender and one receiver: it has no subscribers.");
  }

  // Closing

  @Override
  public final void close() {
    end(false, null);
  }

  @Override
  public final void close(Throwable cause) {
    tryClose(cause);
  }

  @Override
  public final boolean tryClose() {
    return end(false, null);
  }

  @Override
  public final boolean tryClose(Throwable cause) {
    return end(
        false,
        Objects.requireNonNull(cause, "A failure needs a cause. Use close() for an ordinary end."));
  }

  /**
   * Closes for both sides at once, by any thread: what is in a buffer stays there, and counts as
   * discarded. A receiver that has not seen the end yet gets the cause, unless it has taken all
   * that was sent before an earlier close.
   */
  public final void cutOff(@Nullable Throwable cause) {
    end(true, cause);
  }

  private boolean end(boolean cutOff, @Nullable Throwable cause) {
    OneToOneEnding before = ending;
    while (before == null || (cutOff && !before.cutOff())) {
      OneToOneEnding after = OneToOneEnding.after(before, cutOff, cause);
      if (ENDING.compareAndSet(this, before, after)) {
        // Both are volatile: who announces later sees the end, who announced before is seen here.
        wakeEnds();
        return before == null;
      }
      before = ending;
    }
    return false;
  }

  void wakeEnds() {
    sender().wakeIfWaiting();
    receiver().wakeIfWaiting();
  }

  /** What a receiver is told that has seen the end. */
  @Nullable
  abstract Throwable cause();

  /**
   * How many values were sent and will not be received, those refused included. Exact once both
   * threads have ended.
   */
  public final long discarded() {
    OneToOneEnding seen = ending;
    return discarded.sum() + (seen != null && seen.cutOff() ? size() : 0);
  }

  // Looking

  /** Whether an end has said that it waits, whether or not it still must. */
  boolean somebodyWaits() {
    return sender().hasAnnounced() || receiver().hasAnnounced();
  }

  /**
   * A number that changes when a value is sent or received, an end waits anew, or it is closed.
   * Only a select that waits for this ring among others counts its waits itself.
   */
  public final long movement() {
    OneToOneEnding seen = ending;
    int closings = seen == null ? 0 : seen.cutOff() ? 2 : 1;
    OneToOneEnd sender = sender();
    OneToOneEnd receiver = receiver();
    return sender.indexSeen() + receiver.indexSeen() + sender.waits() + receiver.waits() + closings;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final long dropped() {
    return 0;
  }

  @Override
  public final boolean isClosed() {
    return ending != null;
  }

  @Override
  public final String toString() {
    return ReceiverViews.text(this);
  }
}
