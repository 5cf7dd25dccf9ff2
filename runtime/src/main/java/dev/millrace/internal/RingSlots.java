package dev.millrace.internal;

import dev.millrace.annotation.Nullable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The slots of a {@link OneToOneBuffer}. A slot is full from the moment a value is put in (release)
 * until the receiver makes it empty (release), and each end looks at it with acquire. A superclass
 * and not an object of its own, so that a look costs no further step.
 *
 * @param <T> the type of the values
 */
abstract sealed class RingSlots<T> extends OneToOneChannel<T> permits OneToOneBuffer {

  /** All slots are there from the beginning, so a large buffer is better off growing. */
  static final int LARGEST = 1 << 14;

  private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(Object[].class);

  /** Unused slots at both ends of the array, 128 bytes or more, for want of a subclass to it. */
  private static final int PADDING = 32;

  final int capacity;
  private final @Nullable Object[] slots;
  private final int mask;

  RingSlots(String name, int capacity) {
    super(name);
    if (capacity < 1 || capacity > LARGEST) {
      throw new IllegalArgumentException("No ring has a capacity of " + capacity);
    }
    this.capacity = capacity;
    int length = Integer.highestOneBit(2 * capacity - 1);
    slots = new Object[length + 2 * PADDING];
    mask = length - 1;
  }

  private int slot(long index) {
    return ((int) index & mask) + PADDING;
  }

  /**
   * Whether an end can go on: the receiver if the value with this index has come, the sender if it
   * has left (negative indices have left since ever).
   */
  final boolean isReady(boolean sends, long index) {
    return (peek(index) == null) == sends;
  }

  final @Nullable Object peek(long index) {
    return SLOTS.getAcquire(slots, slot(index));
  }

  final void fill(long index, Object value) {
    SLOTS.setRelease(slots, slot(index), value);
  }

  final void empty(long index) {
    SLOTS.setRelease(slots, slot(index), null);
  }
}
