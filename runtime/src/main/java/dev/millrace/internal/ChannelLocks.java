package dev.millrace.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.ToIntFunction;

/**
 * The locks of several channels, taken together.
 *
 * <p>Every thread takes them in the order of the channels' identity hash codes, so no two threads
 * wait for each other. Two channels can have the same hash code; who takes locks among which there
 * is such a tie first takes a lock that all ties share, so only one thread at a time stands between
 * two channels that have no order.
 */
final class ChannelLocks {

  private static final class TieLock extends SequenceLock {}

  private static final TieLock TIES = new TieLock();

  private final Flavour<?>[] channels;
  private final long[] stamps;
  private final boolean tied;

  ChannelLocks(Collection<? extends Flavour<?>> channels) {
    this(channels, System::identityHashCode);
  }

  ChannelLocks(Collection<? extends Flavour<?>> channels, ToIntFunction<Flavour<?>> rank) {
    this.channels =
        channels.stream()
            .distinct()
            .sorted(Comparator.comparingInt(rank))
            .toArray(Flavour<?>[]::new);
    this.stamps = new long[this.channels.length];
    this.tied = Arrays.stream(this.channels).mapToInt(rank).distinct().count() < stamps.length;
  }

  void lock() {
    if (tied) {
      TIES.lock();
    }
    for (Flavour<?> channel : channels) {
      channel.lock();
    }
    if (tied) {
      TIES.unlock();
    }
  }

  void unlockAndWake() {
    for (Flavour<?> channel : channels) {
      channel.unlockAndWake();
    }
  }

  /** Begins a look at all channels without their locks; false if one of them is busy. */
  boolean look() {
    for (int i = 0; i < channels.length; i++) {
      stamps[i] = channels[i].lookStamp();
      if ((stamps[i] & 1) != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether no channel changed since {@link #look}: then all that was read in between was true at
   * one instant, namely when the last stamp was taken.
   */
  boolean unchanged() {
    for (int i = 0; i < channels.length; i++) {
      if (!channels[i].unchanged(stamps[i])) {
        return false;
      }
    }
    return true;
  }
}
