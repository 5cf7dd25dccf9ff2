package dev.millrace.internal;

import dev.millrace.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What the buffers between two threads have in common: when an end can go on, and closing. They
 * differ in how an end waits.
 *
 * @param <T> the type of the values
 */
abstract sealed class OneToOneBuffer<T> extends RingSlots<T> permits OneToOneRing, ArmRing {

  private static final int LOOKS_FOR_SIZE = 100;

  /** How many slots further the sender looks, so that it need not look for each value. */
  private final int stride;

  OneToOneBuffer(String name, int capacity) {
    super(name, capacity);
    stride = capacity / 4;
  }

  final boolean isReadyOrClosed(boolean sends, long index) {
    return ending != null || isReady(sends, index);
  }

  // Sending

  final boolean hasRoom(OneToOneEnd sender, long index) {
    if (ending != null) {
      throw refusal();
    }
    return index < sender.limit || raiseLimit(sender, index);
  }

  private boolean raiseLimit(OneToOneEnd sender, long index) {
    if (isReady(true, index - capacity + stride)) {
      sender.limit = index + stride + 1;
      return true;
    }
    return isReady(true, index - capacity);
  }

  // Receiving

  final @Nullable Object look(long index) {
    // Before the slot: who has seen the close sees all that was sent before it.
    OneToOneEnding seen = ending;
    Object value = peek(index);
    if (seen != null && (value == null || seen.cutOff())) {
      return Told.ENDED;
    }
    return value;
  }

  // Closing

  /** Closes for both sides at once. To be called by the receiving thread, or when it has ended. */
  @Override
  public final List<T> closeNow() {
    cutOff(null);
    List<T> undelivered = new ArrayList<>();
    OneToOneEnd receiver = receiver();
    for (long index = receiver.index; isReady(false, index); index++) {
      undelivered.add(asValue(peek(index)));
      empty(index);
      receiver.advance(index + 1);
    }
    discarded.add(undelivered.size());
    return undelivered;
  }

  @Override
  final @Nullable Throwable cause() {
    OneToOneEnding seen = Objects.requireNonNull(ending);
    return isReady(false, receiver().indexSeen()) ? seen.cutShort() : seen.cause();
  }

  // Looking

  @Override
  public final int capacity() {
    return capacity;
  }

  /**
   * Exact for an instant, unless values keep leaving so fast that none is found in which none does:
   * then it is one that lies close by.
   */
  @Override
  public final int size() {
    long taken = receiver().indexSeen();
    for (int attempts = LOOKS_FOR_SIZE; ; attempts--) {
      long put = sender().indexSeen();
      long takenAfterwards = receiver().indexSeen();
      if (taken == takenAfterwards || attempts == 0) {
        // A slot is filled or emptied just before its end has advanced.
        return Math.clamp(put - taken, 0, capacity);
      }
      taken = takenAfterwards;
    }
  }

  @SuppressWarnings("unchecked") // Only a T is ever put into a slot.
  private T asValue(@Nullable Object value) {
    return (T) Objects.requireNonNull(value);
  }
}
