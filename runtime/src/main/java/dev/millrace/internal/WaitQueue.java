package dev.millrace.internal;

import dev.millrace.annotation.Nullable;
import java.util.List;
import java.util.Objects;

/**
 * Waiting threads, first come first served. Guarded by the channel's lock, except {@link
 * #looksEmpty}.
 *
 * <p>A queue may hold places whose waiter was claimed through another channel or has given up; the
 * waiting thread is on its way to remove them. They are passed over here, and removed at once.
 */
sealed class WaitQueue permits HandOver {

  /**
   * One reference, since a channel that nobody waits for should be small: {@link Place#previous}.
   */
  private @Nullable Place first;

  final void add(Place place) {
    Place last = place;
    if (first == null) {
      first = place;
    } else {
      last = Objects.requireNonNull(first.previous);
      last.next = place;
    }
    place.previous = last;
    first.previous = place;
  }

  /** For a thread that has waited before all others already. */
  final void addFirst(Place place) {
    Place second = first;
    if (second == null) {
      add(place);
    } else {
      place.previous = second.previous;
      place.next = second;
      second.previous = place;
      first = place;
    }
  }

  /** Takes the place out if it is still in. */
  final void remove(Place place) {
    if (!place.isQueued()) {
      return;
    }
    Place previous = Objects.requireNonNull(place.previous);
    Place next = place.next;
    if (place.equals(first)) {
      first = next;
    } else {
      previous.next = next;
    }
    Place behind = next == null ? first : next;
    if (behind != null) {
      behind.previous = previous;
    }
    place.previous = null;
    place.next = null;
  }

  /**
   * Serves the longest-waiting thread: offers it a value, or takes its own.
   *
   * @param offered the value for a receiver; {@code null} if the queue holds senders
   * @return the place served, out of the queue and with its waiter claimed, or {@code null} if
   *     nobody waits; for a sender, its value is in {@link Place#item}
   */
  @Nullable
  final Place claimFirst(@Nullable Object offered) {
    for (Place place = first; place != null; place = first) {
      remove(place);
      Object own = place.item;
      if (offered != null) {
        // Before the claim, which publishes it.
        place.item = offered;
      }
      if (place.waiter.claim(place.arm)) {
        return place;
      }
      place.item = own;
    }
    return null;
  }

  /** Takes the longest-waiting place out without claiming its waiter, which goes on waiting. */
  @Nullable
  final Place removeFirst() {
    Place place = first;
    if (place != null) {
      remove(place);
    }
    return place;
  }

  /**
   * Tells everybody that the channel was closed. The claimed waiters are still to be woken.
   *
   * @param claimed a list that has room for all: {@link #length}. If it had to grow, and there is
   *     no memory, a waiter would be lost who is claimed and nowhere else
   */
  final void claimAllClosed(List<Waiter> claimed) {
    for (Place place = first; place != null; place = first) {
      remove(place);
      place.closed = true;
      if (place.waiter.claim(place.arm)) {
        claimed.add(place.waiter);
      }
    }
  }

  /** As {@link #claimAllClosed}, but only those who send through this contribution. */
  final void claimClosed(SendEnd<?> contribution, List<Waiter> claimed) {
    Place following;
    for (Place place = first; place != null; place = following) {
      following = place.next;
      if (place.contribution == contribution) {
        remove(place);
        place.closed = true;
        if (place.waiter.claim(place.arm)) {
          claimed.add(place.waiter);
        }
      }
    }
  }

  /** How many stand here, be it that they are served elsewhere. */
  final int length() {
    int length = 0;
    for (Place place = first; place != null; place = place.next) {
      length++;
    }
    return length;
  }

  /** Whether somebody waits who is not yet served elsewhere. */
  final boolean hasWaiting() {
    for (Place place = first; place != null; place = place.next) {
      if (place.waiter.isWaiting()) {
        return true;
      }
    }
    return false;
  }

  /** Who has waited longest; null if nobody does. */
  final @Nullable Place head() {
    return first;
  }

  /** For a look without the lock: if true and nothing changed meanwhile, nobody waits. */
  final boolean looksEmpty() {
    return first == null;
  }
}
