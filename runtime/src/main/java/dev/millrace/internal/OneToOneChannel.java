package dev.millrace.internal;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.ChannelEmptyException;
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
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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
public final class OneToOneChannel<T> implements Channel<T> {

  /** All slots are there from the beginning, so a large buffer is better off growing. */
  private static final int LARGEST = 1 << 14;

  private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(Object[].class);

  /** Unused slots at both ends of the array, 128 bytes or more, for want of a subclass to it. */
  private static final int PADDING = 32;

  private static final int LOOKS_FOR_SIZE = 100;

  /** After how many values an end looks at the clock, less one. */
  private static final int CLOCK_MASK = 1023;

  private static final VarHandle ENDING;

  static {
    try {
      ENDING = MethodHandles.lookup().findVarHandle(OneToOneChannel.class, "ending", Ending.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /**
   * How it was closed.
   *
   * @param cause what a receiver is told that has taken everything; null for an ordinary end
   * @param cutOff whether what is in the buffer is not to be received any more
   * @param cutShort what a receiver is told that has not taken everything
   */
  private record Ending(@Nullable Throwable cause, boolean cutOff, @Nullable Throwable cutShort) {}

  private final String name;
  private final int capacity;
  private final @Nullable Object[] slots;
  private final int mask;

  /** How many slots further the sender looks, so that it need not look for each value. */
  private final int stride;

  final RingEnd sender = new RingEnd(this, true);
  final RingEnd receiver = new RingEnd(this, false);
  private volatile @Nullable Ending ending;

  /** Values that were refused, and those taken out instead of received. */
  private final LongAdder discarded = new LongAdder();

  /** A new channel of a capacity that {@link #fits}. */
  public OneToOneChannel(String name, int capacity) {
    if (!fits(capacity)) {
      throw new IllegalArgumentException("No one-to-one channel has a capacity of " + capacity);
    }
    this.name = Objects.requireNonNull(name, "The name of a channel must not be null.");
    this.capacity = capacity;
    int length = Integer.highestOneBit(2 * capacity - 1);
    slots = new Object[length + 2 * PADDING];
    mask = length - 1;
    stride = capacity / 4;
  }

  /** Whether this flavour has such a capacity. */
  public static boolean fits(int capacity) {
    return capacity >= 1 && capacity <= LARGEST;
  }

  // The slots

  private int slot(long index) {
    return ((int) index & mask) + PADDING;
  }

  /**
   * Whether an end can go on: the receiver if the value with this index has come, the sender if it
   * has left (negative indices have left since ever).
   */
  boolean isReady(boolean sends, long index) {
    return (SLOTS.getAcquire(slots, slot(index)) == null) == sends;
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
    GeneralChannel.requireValue(value);
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
    GeneralChannel.requireValue(value);
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
    SLOTS.setRelease(slots, slot(index), value);
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
      throw closedException();
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
    Object value = take(Waiter.FOREVER);
    if (value == Told.ENDED) {
      throw closedException();
    }
    return asValue(value);
  }

  @Override
  public @Nullable T receiveOrNull() throws InterruptedException {
    Object value = take(Waiter.FOREVER);
    return value == Told.ENDED ? endWithoutFailure() : asValue(value);
  }

  @Override
  public Received<T> tryReceive(Duration atMost) throws InterruptedException {
    long nanos = Deadline.nanos(atMost);
    return nanos <= 0 ? tryReceive() : asReceived(take(Deadline.in(nanos)));
  }

  @Override
  public Received<T> tryReceive() {
    return asReceived(takeNow());
  }

  @Override
  public T receiveNow() {
    Object value = takeNow();
    if (value == null) {
      throw new ChannelEmptyException(this);
    }
    if (value == Told.ENDED) {
      throw closedException();
    }
    return asValue(value);
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
    Ending seen = ending;
    Object value = SLOTS.getAcquire(slots, slot(index));
    if (seen != null && (value == null || seen.cutOff())) {
      return Told.ENDED;
    }
    return value;
  }

  private Object taken(long index, Object value) {
    if (value == Told.ENDED) {
      return value;
    }
    SLOTS.setRelease(slots, slot(index), null);
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
    int facts = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), facts), false);
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
      undelivered.add(asValue(SLOTS.getAcquire(slots, slot(index))));
      SLOTS.setRelease(slots, slot(index), null);
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
    Ending before = ending;
    while (before == null || (cutOff && !before.cutOff())) {
      Ending after = after(before, cutOff, cause);
      if (ENDING.compareAndSet(this, before, after)) {
        // Who announces later sees the end; who announced before is seen here.
        VarHandle.fullFence();
        sender.wakeIfWaiting();
        receiver.wakeIfWaiting();
        return before == null;
      }
      before = ending;
    }
    return false;
  }

  private static Ending after(@Nullable Ending before, boolean cutOff, @Nullable Throwable cause) {
    if (before == null) {
      return new Ending(cause, cutOff, cause);
    }
    return new Ending(before.cause(), cutOff, before.cause() == null ? cause : before.cause());
  }

  /**
   * How many values were sent and will not be received, those refused included. Exact once both
   * threads have ended.
   */
  public long discarded() {
    Ending seen = ending;
    return discarded.sum() + (seen != null && seen.cutOff() ? size() : 0);
  }

  // Looking

  /** Whether an end has announced that it waits, whether or not it still must. */
  boolean somebodyWaits() {
    return sender.hasAnnounced() || receiver.hasAnnounced();
  }

  /** A number that changes when a value is sent or received, an end waits anew, or it is closed. */
  public long movement() {
    Ending seen = ending;
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
  public boolean isEmpty() {
    return size() == 0;
  }

  @Override
  public boolean isFull() {
    return size() == capacity;
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
    String state = isClosed() ? ", closed" : "";
    return "Channel \"" + name + "\" (" + size() + " of " + capacity() + state + ")";
  }

  // Conversions between what is stored and what is told

  /** Told instead of a value. Never in a slot. */
  private enum Told {
    /** There is nothing more to receive. */
    ENDED
  }

  private @Nullable T endWithoutFailure() {
    if (cause() != null) {
      throw closedException();
    }
    return null;
  }

  private ChannelClosedException closedException() {
    return new ChannelClosedException(this, cause());
  }

  private @Nullable Throwable cause() {
    Ending seen = Objects.requireNonNull(ending);
    return isReady(false, receiver.indexSeen()) ? seen.cutShort() : seen.cause();
  }

  private Received<T> asReceived(@Nullable Object value) {
    if (value == null) {
      return new Received.Nothing<>();
    }
    return value == Told.ENDED
        ? new Received.Closed<>(cause())
        : new Received.Value<>(asValue(value));
  }

  @SuppressWarnings("unchecked") // Only a T is ever put into a slot.
  private T asValue(@Nullable Object value) {
    return (T) Objects.requireNonNull(value);
  }
}
