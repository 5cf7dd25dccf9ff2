package dev.millrace.internal;

import dev.millrace.annotation.Nullable;

/**
 * A buffer between one thread that sends and one that receives from several such rings, by a {@link
 * RingSelect}. Values pass as in a {@link OneToOneRing}; how the two wait for each other, {@link
 * WatchedEnd} says.
 *
 * @param <T> the type of the values
 */
final class ArmRing<T> extends OneToOneBuffer<T> {

  /** After how many values an end looks at the clock, less one. */
  private static final int CLOCK_MASK = 1023;

  final ArmSender sender;
  final ArmReceiver receiver = new ArmReceiver(this);

  /** Whether the selecting thread has seen the end; its own. */
  private boolean endSeen;

  /** Where the receiving thread waits, for this ring and all others that it selects from. */
  final SelectEnd selecting;

  ArmRing(String name, int capacity, SelectEnd selecting) {
    super(name, capacity);
    this.selecting = selecting;
    this.sender = new ArmSender(this, selecting);
  }

  @Override
  ArmSender sender() {
    return sender;
  }

  @Override
  ArmReceiver receiver() {
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
      if (!sender.awaitRoom(index, deadline)) {
        return false;
      }
    }
    publish(index, value);
    return true;
  }

  private void publish(long index, T value) {
    if ((index & CLOCK_MASK) == CLOCK_MASK) {
      // Before the value is sent: an error in it must not look as if it was not.
      sender.breatheNowAndThen();
    }
    fill(index, value);
    sender.advance(index + 1);
    if (selecting.looksAnnounced()) {
      selecting.wake();
    }
  }

  // Receiving

  @Override
  Object take(long deadline) {
    throw new UnsupportedOperationException(
        "Channel \"" + name() + "\" is an arm of a select: receive by that select.");
  }

  /**
   * For the selecting thread: the next value, {@link Told#ENDED}, or null if there is none. The end
   * is for good. A send that runs at the same time as somebody else's close may still put its value
   * in; then it was too late, as far as any of the arms over this ring is concerned.
   */
  @Nullable
  Object lookAhead() {
    if (endSeen) {
      return Told.ENDED;
    }
    Object seen = look(receiver.index);
    if (seen == Told.ENDED) {
      // Written once: the sender reads the fields beside it with every value.
      endSeen = true;
    }
    return seen;
  }

  @Override
  @Nullable
  Object takeNow() {
    long index = receiver.index;
    Object value = lookAhead();
    if (value == null || value == Told.ENDED) {
      return value;
    }
    empty(index);
    receiver.advance(index + 1);
    if (sender.looksAnnounced()) {
      sender.wake();
    }
    return value;
  }

  // Closing

  @Override
  void wakeEnds() {
    sender.wakeIfWaiting();
    selecting.wakeIfWaiting();
  }

  // Looking

  @Override
  boolean somebodyWaits() {
    return sender.hasAnnounced() || selecting.hasAnnounced();
  }
}
