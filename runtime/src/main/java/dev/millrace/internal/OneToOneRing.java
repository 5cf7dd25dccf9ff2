package dev.millrace.internal;

import dev.millrace.annotation.Nullable;

/**
 * A buffer between two threads. There is no lock and no compare-and-set in a send or receive that
 * need not wait, and no fence unless the other end often parks.
 *
 * <p>A value is in a slot from the moment it is sent (release) until it is received, when the slot
 * becomes null (release). Each end reads a slot with acquire and finds out by it alone whether it
 * can go on: so a send happens-before its receive, the k-th receive before the (k + capacity)-th
 * send, and the two need not read each other's indices, which change all the time. There may be
 * more slots than the capacity, but the sender uses one only when the value sent {@code capacity}
 * values before has left its own. Values leave in order, so where one has left, all before it have.
 *
 * <p>How an end waits says {@link RingEnd}, and why no wake-up is lost {@link AnnouncingEnd}.
 *
 * <p>A send that runs at the same time as somebody else's close may put its value in when the
 * receiver has already seen the end: it then counts as {@linkplain #discarded discarded}, like one
 * that was refused. What was sent by the closing thread itself, or before the close in any other
 * way that happens-before knows of, is received.
 *
 * @param <T> the type of the values
 */
final class OneToOneRing<T> extends OneToOneBuffer<T> {

  /** After how many values an end looks at the clock, less one. */
  private static final int CLOCK_MASK = 1023;

  final SpinBudget spinning = SpinBudget.hopeful();
  final RingEnd sender = new RingEnd(this, true, spinning);
  final RingEnd receiver = new RingEnd(this, false, spinning);

  OneToOneRing(String name, int capacity) {
    super(name, capacity);
  }

  @Override
  RingEnd sender() {
    return sender;
  }

  @Override
  RingEnd receiver() {
    return receiver;
  }

  // Sending

  @Override
  boolean putNow(T value) {
    TwoEnded.requireValue(value);
    long index = sender.index;
    if (!hasRoom(sender, index)) {
      return false;
    }
    publish(index, value);
    return true;
  }

  @Override
  boolean put(T value, long deadline) throws InterruptedException {
    TwoEnded.requireValue(value);
    long index = sender.index;
    while (!hasRoom(sender, index)) {
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
    if ((index & CLOCK_MASK) == CLOCK_MASK) {
      sender.lookUp();
    }
    fill(index, value);
    sender.advance(index + 1);
    if (receiver.isToBeWokenAt(index + 1)) {
      receiver.beWokenBy(sender);
    }
  }

  // Receiving

  @Override
  @Nullable
  Object take(long deadline) throws InterruptedException {
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

  @Override
  @Nullable
  Object takeNow() {
    long index = receiver.index;
    Object value = look(index);
    return value == null ? null : taken(index, value);
  }

  private Object taken(long index, Object value) {
    if (value == Told.ENDED) {
      return value;
    }
    if ((index & CLOCK_MASK) == CLOCK_MASK) {
      receiver.lookUp();
    }
    empty(index);
    receiver.advance(index + 1);
    if (sender.isToBeWokenAt(index + 1)) {
      sender.beWokenBy(receiver);
    }
    return value;
  }
}
