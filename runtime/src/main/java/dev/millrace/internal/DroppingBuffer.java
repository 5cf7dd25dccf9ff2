package dev.millrace.internal;

import dev.millrace.annotation.Nullable;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A buffer that always accepts: when it is full, a value is dropped. The channel around it does not
 * know of overflow; it only asks, after each step, who was dropped.
 *
 * <p>Invariants, whenever the channel's lock is free:
 *
 * <ol>
 *   <li>Every value that was offered is in the buffer, was polled, or is the loser of exactly one
 *       step; {@code dropped} is the number of those.
 *   <li>{@code loser} is null: who holds the lock takes it before letting go, and tells it after,
 *       because the hook is foreign code.
 *   <li>Values are dropped only while nobody waits to receive, since a receiver that waits is
 *       served before the buffer is asked; and no sender ever waits.
 * </ol>
 */
final class DroppingBuffer extends RingBuffer {

  /** Which value is dropped. */
  enum Loser {
    OLDEST,
    NEWEST
  }

  private final Loser loses;
  private final Consumer<Object> onDrop;
  private long dropped;

  /** The value that the present holder of the lock has made the buffer drop. */
  private @Nullable Object loser;

  DroppingBuffer(int capacity, Loser loses, Consumer<Object> onDrop) {
    super(capacity);
    this.loses = loses;
    this.onDrop = onDrop;
  }

  @Override
  boolean offer(Object value) {
    if (super.offer(value)) {
      return true;
    }
    dropped++;
    if (loses == Loser.NEWEST) {
      loser = value;
      return true;
    }
    loser = Objects.requireNonNull(poll());
    return super.offer(value);
  }

  @Override
  boolean accepts() {
    return true;
  }

  @Override
  @Nullable
  Object takeLoser() {
    Object taken = loser;
    loser = null;
    return taken;
  }

  @Override
  void tell(Object loser) {
    onDrop.accept(loser);
  }

  @Override
  long dropped() {
    return dropped;
  }
}
