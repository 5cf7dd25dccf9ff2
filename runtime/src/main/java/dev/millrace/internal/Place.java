package dev.millrace.internal;

import dev.millrace.annotation.Nullable;

/**
 * A waiter's place in one queue of one channel. Everything but the final fields is guarded by that
 * channel's lock while the place is queued; once the waiter was claimed for this place's arm, it
 * belongs to the waiting thread.
 *
 * <p>A waiter is a place itself, since most wait in one place only: so there is one object for each
 * of their waits, and what is handed over lies next to the word that says so.
 */
sealed class Place permits Waiter {

  final Waiter waiter;
  final int arm;

  /** A sender's value to give; what a receiver was given. */
  @Nullable Object item;

  /** The contribution a sender sends through; null if it sends to the channel itself. */
  @Nullable SendEnd<?> contribution;

  /** Set instead of a transfer: the channel, or the contribution, ended meanwhile. */
  boolean closed;

  /** The one before it in the queue; for the first one, the last. */
  @Nullable Place previous;

  /** The one behind it; for the last one, null. */
  @Nullable Place next;

  Place(Waiter waiter, int arm) {
    this.waiter = waiter;
    this.arm = arm;
  }

  /** The waiter itself, as its own first place. */
  Place() {
    this.waiter = (Waiter) this;
    this.arm = 0;
  }

  /** Whether it is in a queue: there, even the only one has one before it. */
  final boolean isQueued() {
    return previous != null;
  }
}
