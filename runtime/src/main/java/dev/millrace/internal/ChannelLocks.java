package dev.millrace.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.function.ToIntFunction;

/**
 * The locks of several channels, taken together.
 *
 * <p>Who finds one of them busy lets go of all others before it watches or sleeps, and begins
 * again: so nobody sleeps while holding a lock, and no two threads wait for each other. All threads
 * take the locks in the order of the channels' identity hash codes, so among those that take turns
 * at the same channels somebody always comes through, namely who has come furthest. (Two channels
 * may have the same hash code; threads that list them differently can then make each other begin
 * again, but not wait.)
 */
final class ChannelLocks {

  private final Flavour<?>[] channels;

  ChannelLocks(Collection<? extends Flavour<?>> channels) {
    this(channels, System::identityHashCode);
  }

  ChannelLocks(Collection<? extends Flavour<?>> channels, ToIntFunction<Flavour<?>> rank) {
    this.channels =
        channels.stream()
            .<Flavour<?>>map(Flavour::lockOwner)
            .distinct()
            .sorted(Comparator.comparingInt(rank))
            .toArray(Flavour<?>[]::new);
  }

  void lock() {
    for (int busy = firstBusy(); busy >= 0; busy = firstBusy()) {
      channels[busy].awaitFree();
    }
  }

  /** Takes all locks, or none; the index of the one that somebody else holds, or -1. */
  private int firstBusy() {
    for (int i = 0; i < channels.length; i++) {
      if (!channels[i].tryLockSpinning()) {
        for (int taken = i - 1; taken >= 0; taken--) {
          channels[taken].unlock();
        }
        return i;
      }
    }
    return -1;
  }

  void unlockAndWake() {
    unlockAndWake(0);
  }

  private void unlockAndWake(int from) {
    int next = from;
    try {
      while (next < channels.length) {
        channels[next++].unlockAndWake();
      }
    } finally {
      // Also if one has thrown: a channel that stayed locked would stop everybody who uses it.
      if (next < channels.length) {
        unlockAndWake(next);
      }
    }
  }
}
