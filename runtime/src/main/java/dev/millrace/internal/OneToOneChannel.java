package dev.millrace.internal;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.ChannelFullException;
import dev.millrace.Received;
import dev.millrace.annotation.Nullable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * The flavour for a buffer between two threads: one that sends and one that receives. It is chosen
 * where the compiler has proved that generated code alone touches both ends. There is no lock, no
 * compare-and-set and no fence in a send or receive that need not wait.
 *
 * <p>A value is in a slot from the moment it is sent (release) until it is received, when the slot
 * becomes null (release). Each end reads a slot with acquire and finds out by it alone whether it
 * can go on: so a send happens-before its receive, the k-th receive before the (k + capacity)-th
 * send, and the two need not read each other's indices, which change all the time. There may be
 * more slots than the capacity, but the sender uses one only when the value sent {@code capacity}
 * values before has left its own. Values leave in order, so where one has left, all before it have.
 *
 * <p>How an end waits, and why no wake-up is lost for ever, says {@link RingEnd}.
 *
 * <p>Close takes effect at the next look of each end. A send that runs at the same time as somebody
 * else's close may put its value in when the receiver has already seen the end: it then counts as
 * {@linkplain #discarded discarded}, like one that was refused. What was sent by the closing thread
 * itself, or before the close in any other way that happens-before knows of, is received.
 *
 * <p>There is nothing to select by: a select needs a lock that all its channels share.
 *
 * @param <T> the type of the values
 */
public final class OneToOneChannel<T> extends RingSlots implements Channel<T> {

  private static final int LOOKS_FOR_SIZE = 100;

  /** After how many values an end looks at the clock, less one. */
  private static final int CLOCK_MASK = 1023;

  private static final VarHandle ENDING;

  static {
    try {
      ENDING =
          MethodHandles.lookup().findVarHandle(OneToOneChannel.class, "ending", RingEnding.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final String name;

  /** How many slots further the sender looks, so that it need not look for each value. */
  private final int stride;

  final RingEnd sender = new RingEnd(this, true);
  final RingEnd receiver = new RingEnd(this, false);
  private volatile @Nullable RingEnding ending;

  /** Values that were refused, and those taken out instead of received. */
  private final LongAdder discarded = new LongAdder();

  /** A new channel of a capacity that {@link #fits}. */
  public OneToOneChannel(String name, int capacity) {
    super(capacity);
    this.name = Objects.requireNonNull(name, "The name of a channel must not be null.");
    stride = capacity / 4;
  }

  boolean isReadyOrClosed(boolean sends, long index) {
    return ending != null || isReady(sends, index);
  }

  // Sending

  @Override
  public void send(T value) throws InterruptedException {
    put(value, Waiter.FOREVER);
  }

  @Override
  public boolean trySend(T value, Duration atMost) throws InterruptedException {
    long nanos = Deadline.nanos(atMost);
    return nanos <= 0 ? trySend(value) : put(value, Deadline.in(nanos));
  }

  @Override
  public boolean trySend(T value) {
    TwoEnded.requireValue(value);
    long index = sender.index;
    if (!hasRoom(index)) {
      return false;
    }
    publish(index, value);
    return true;
  }

  @Override
  public void sendNow(T value) {
    if (!trySend(value)) {
      throw new ChannelFullException(this);
    }
  }

  private boolean put(T value, long deadline) throws InterruptedException {
    TwoEnded.requireValue(value);
    long index = sender.index;
    while (!hasRoom(index)) {
      long near = index - capacity;
      // Woken when half of the buffer is free, it can go on for longer.
      if (!sender.await(receiver, near, near + capacity / 2, deadline)) {
        return false;
      }
    }
    publish(index, value);
    return true;
  }

  private void publish(long index, T value) {
    fill(index, value);
    sender.advance(index + 1);
    if (receiver.isToBeWokenAt(index + 1)) {
      receiver.wake();
    }
    if ((index & CLOCK_MASK) == CLOCK_MASK) {
      sender.breatheIfDue();
    }
  }

  private boolean hasRoom(long index) {
    if (ending != null) {
      discarded.increment();
      throw new ChannelClosedException(this, cause());
    }
    return index < sender.limit || raiseLimit(index);
  }

  private boolean raiseLimit(long index) {
    if (isReady(true, index - capacity + stride)) {
      sender.limit = index + stride + 1;
      return true;
    }
    return isReady(true, index - capacity);
  }

  @Override
  public Flow.Subscriber<T> subscriber() {
    return new SenderSubscriber<>(this);
  }

  // Receiving

  @Override
  public T receive() throws InterruptedException {
    return Told.valueOrThrow(take(Waiter.FOREVER), this);
  }

  @Override
  public @Nullable T receiveOrNull() throws InterruptedException {
    return Told.valueOrNull(take(Waiter.FOREVER), this);
  }

  @Override
  public Received<T> tryReceive(Duration atMost) throws InterruptedException {
    long nanos = Deadline.nanos(atMost);
    return nanos <= 0 ? tryReceive() : Told.received(take(Deadline.in(nanos)), this);
  }

  @Override
  public Received<T> tryReceive() {
    return Told.received(takeNow(), this);
  }

  @Override
  public T receiveNow() {
    return Told.valueNow(takeNow(), this);
  }

  /** The next value, {@link Told#ENDED}, or null if the deadline has passed. */
  private @Nullable Object take(long deadline) throws InterruptedException {
    long index = receiver.index;
    Object value = look(index);
    while (value == null) {
      if (!receiver.await(sender, index, index, deadline)) {
        return null;
      }
      value = look(index);
    }
    return taken(index, value);
  }

  /** The next value, {@link Told#ENDED}, or null if there is none. */
  private @Nullable Object takeNow() {
    long index = receiver.index;
    Object value = look(index);
    return value == null ? null : taken(index, value);
  }

  private @Nullable Object look(long index) {
    // Before the slot: who has seen the close sees all that was sent before it.
    RingEnding seen = ending;
    Object value = peek(index);
    if (seen != null && (value == null || seen.cutOff())) {
      return Told.ENDED;
    }
    return value;
  }

  private Object taken(long index, Object value) {
    if (value == Told.ENDED) {
      return value;
    }
    empty(index);
    receiver.advance(index + 1);
    if (sender.isToBeWokenAt(index + 1)) {
      sender.wake();
    }
    if ((index & CLOCK_MASK) == CLOCK_MASK) {
      receiver.breatheIfDue();
    }
    return value;
  }

  @Override
  public Iterator<T> iterator() {
    return new ReceiverIterator<>(this);
  }

  @Override
  public Stream<T> stream() {
    return ReceiverViews.stream(this);
  }

  @Override
  public Flow.Publisher<T> publisher() {
    throw new UnsupportedOperationException(
        "Channel \"" + name + "\" belongs to one sender and one receiver: it has no subscribers.");
  }

  // Closing

  @Override
  public void close() {
    end(false, null);
  }

  @Override
  public void close(Throwable cause) {
    tryClose(cause);
  }

  @Override
  public boolean tryClose() {
    return end(false, null);
  }

  @Override
  public boolean tryClose(Throwable cause) {
    return end(
        false,
        Objects.requireNonNull(cause, "A failure needs a cause. Use close() for an ordinary end."));
  }

  /** Closes for both sides at once. To be called by the receiving thread, or when it has ended. */
  @Override
  public List<T> closeNow() {
    cutOff(null);
    List<T> undelivered = new ArrayList<>();
    for (long index = receiver.index; isReady(false, index); index++) {
      undelivered.add(asValue(peek(index)));
      empty(index);
      receiver.advance(index + 1);
    }
    discarded.add(undelivered.size());
    return undelivered;
  }

  /**
   * Closes for both sides at once, by any thread: what is in the buffer stays there, and counts as
   * discarded. A receiver that has not seen the end yet gets the cause, unless it has taken all
   * that was sent before an earlier close.
   */
  public void cutOff(@Nullable Throwable cause) {
    end(true, cause);
  }

  private boolean end(boolean cutOff, @Nullable Throwable cause) {
    RingEnding before = ending;
    while (before == null || (cutOff && !before.cutOff())) {
      RingEnding after = RingEnding.after(before, cutOff, cause);
      if (ENDING.compareAndSet(this, before, after)) {
        // Both are volatile: who announces later sees the end, who announced before is seen here.
        sender.wakeIfWaiting();
        receiver.wakeIfWaiting();
        return before == null;
      }
      before = ending;
    }
    return false;
  }

  /**
   * How many values were sent and will not be received, those refused included. Exact once both
   * threads have ended.
   */
  public long discarded() {
    RingEnding seen = ending;
    return discarded.sum() + (seen != null && seen.cutOff() ? size() : 0);
  }

  // Looking

  /** Whether an end has announced that it waits, whether or not it still must. */
  boolean somebodyWaits() {
    return sender.hasAnnounced() || receiver.hasAnnounced();
  }

  /** A number that changes when a value is sent or received, an end waits anew, or it is closed. */
  public long movement() {
    RingEnding seen = ending;
    int closings = seen == null ? 0 : seen.cutOff() ? 2 : 1;
    return sender.indexSeen() + receiver.indexSeen() + sender.waits() + receiver.waits() + closings;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int capacity() {
    return capacity;
  }

  /**
   * Exact for an instant, unless values keep leaving so fast that none is found in which none does:
   * then it is one that lies close by.
   */
  @Override
  public int size() {
    long taken = receiver.indexSeen();
    for (int attempts = LOOKS_FOR_SIZE; ; attempts--) {
      long put = sender.indexSeen();
      long takenAfterwards = receiver.indexSeen();
      if (taken == takenAfterwards || attempts == 0) {
        // A slot is filled or emptied just before its end has advanced.
        return Math.clamp(put - taken, 0, capacity);
      }
      taken = takenAfterwards;
    }
  }

  @Override
  public long dropped() {
    return 0;
  }

  @Override
  public boolean isClosed() {
    return ending != null;
  }

  @Override
  public String toString() {
    return ReceiverViews.text(this);
  }

  /** What a receiver is told that has seen the end. */
  @Nullable
  Throwable cause() {
    RingEnding seen = Objects.requireNonNull(ending);
    return isReady(false, receiver.indexSeen()) ? seen.cutShort() : seen.cause();
  }

  @SuppressWarnings("unchecked") // Only a T is ever put into a slot.
  private T asValue(@Nullable Object value) {
    return (T) Objects.requireNonNull(value);
  }
}
