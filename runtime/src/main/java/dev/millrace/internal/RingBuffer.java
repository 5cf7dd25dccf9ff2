package dev.millrace.internal;

import dev.millrace.Overflow;
import dev.millrace.annotation.Nullable;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Values in order, up to a capacity that may be 0 or unlimited. Guarded by the channel's lock,
 * except what a looker may read: {@link #size}, {@link #accepts} and {@link #dropped}.
 *
 * <p>The array is made for the first value, small, and doubles up to the capacity. It is given back
 * when it runs empty after having been large, so that a burst through an unlimited channel does not
 * hold memory for ever.
 */
sealed class RingBuffer permits DroppingBuffer {

  private static final int SMALL = 16;
  private static final int WORTH_GIVING_BACK = 4096;

  /** Of a buffer that has held nothing yet: of very many channels, few are ever used. */
  private static final Object[] NO_SLOTS = {};

  /** The one of all channels without a buffer: nothing in it ever changes. */
  private static final RingBuffer NONE = new RingBuffer(0);

  private final int capacity;
  private @Nullable Object[] slots;
  private int head;
  private int size;

  private RingBuffer(RingBuffer other) {
    this.capacity = other.capacity;
    this.slots = other.slots;
    this.head = other.head;
    this.size = other.size;
  }

  RingBuffer(int capacity) {
    this.capacity = capacity;
    this.slots = NO_SLOTS;
  }

  /**
   * A buffer with a policy for values that it cannot hold.
   *
   * @throws IllegalArgumentException if the policy has no use for such a capacity
   */
  static RingBuffer create(
      String channel, int capacity, Overflow overflow, Consumer<Object> onDrop) {
    requireCapacity(channel, capacity, overflow);
    return switch (overflow) {
      case WAIT -> capacity == 0 ? NONE : new RingBuffer(capacity);
      case DROP_OLDEST, LATEST -> new DroppingBuffer(capacity, DroppingBuffer.Loser.OLDEST, onDrop);
      case DROP_NEWEST -> new DroppingBuffer(capacity, DroppingBuffer.Loser.NEWEST, onDrop);
    };
  }

  private static void requireCapacity(String channel, int capacity, Overflow overflow) {
    boolean fits =
        switch (overflow) {
          case WAIT -> capacity >= 0;
          case DROP_OLDEST, DROP_NEWEST -> capacity >= 1;
          case LATEST -> capacity == 1;
        };
    if (!fits) {
      String use =
          switch (overflow) {
            case WAIT -> "Use 0 (no buffer) or more.";
            case DROP_OLDEST, DROP_NEWEST -> "It drops what its buffer cannot hold: use 1 or more.";
            case LATEST -> "It keeps the latest value only: use 1.";
          };
      throw new IllegalArgumentException(
          "The capacity of \"" + channel + "\" is " + capacity + ". " + use);
    }
  }

  boolean offer(Object value) {
    if (size == capacity) {
      return false;
    }
    if (size == slots.length) {
      grow();
    }
    int tail = head + size;
    slots[tail < slots.length ? tail : tail - slots.length] = value;
    size++;
    return true;
  }

  @Nullable
  Object poll() {
    if (size == 0) {
      return null;
    }
    Object value = slots[head];
    if (size == 1 && slots.length >= WORTH_GIVING_BACK && slots.length < capacity) {
      // None, and not a small one, for which there may be no memory: who settles a broadcast must
      // not fail any more.
      slots = NO_SLOTS;
      head = 0;
    } else {
      slots[head] = null;
      head = head + 1 == slots.length ? 0 : head + 1;
    }
    size--;
    return value;
  }

  /** The value that {@link #poll} would take after so many others. */
  Object get(int before) {
    int slot = head + before;
    return Objects.requireNonNull(slots[slot < slots.length ? slot : slot - slots.length]);
  }

  /** Takes everything at once, however much it is. */
  RingBuffer takeAll() {
    if (capacity == 0) {
      return this;
    }
    RingBuffer all = new RingBuffer(this);
    slots = NO_SLOTS;
    head = 0;
    size = 0;
    return all;
  }

  /** For one thread that has the buffer for itself. */
  void forEach(Consumer<Object> action) {
    for (Object value = poll(); value != null; value = poll()) {
      action.accept(value);
    }
  }

  int size() {
    return size;
  }

  int capacity() {
    return capacity;
  }

  /** Whether {@link #offer} would succeed. */
  boolean accepts() {
    return size < capacity;
  }

  // What a buffer that drops values has to say; this one never does.

  /** Takes the value that the last {@link #offer} cost, if it cost one. */
  @Nullable
  Object takeLoser() {
    return null;
  }

  /** Passes a loser on to whoever asked for it. Foreign code: not to be called under a lock. */
  void tell(Object loser) {
    throw new IllegalStateException("A buffer without an overflow policy drops nothing: " + loser);
  }

  long dropped() {
    return 0;
  }

  private void grow() {
    // Near the largest int doubling would overflow; a full array of that size fails in new.
    int length = (int) Math.min(capacity, Math.max(SMALL, 2L * slots.length));
    @Nullable Object[] larger = new Object[length];
    int first = slots.length - head;
    System.arraycopy(slots, head, larger, 0, first);
    System.arraycopy(slots, 0, larger, first, head);
    slots = larger;
    head = 0;
  }
}
