package dev.millrace.internal;

import java.time.Duration;

/** Points in time by {@link System#nanoTime}. */
final class Deadline {

  /** About 146 years: the longest wait that a comparison of nanosecond clocks can express. */
  private static final long LONGEST_NANOS = Long.MAX_VALUE / 2;

  private Deadline() {}

  /** The duration in nanoseconds, as long as possible if it is longer than that. */
  static long nanos(Duration duration) {
    return duration.compareTo(Duration.ofNanos(LONGEST_NANOS)) < 0
        ? duration.isNegative() ? 0 : duration.toNanos()
        : LONGEST_NANOS;
  }

  static long in(long nanos) {
    long deadline = System.nanoTime() + nanos;
    // The one value that means no deadline at all.
    return deadline == Waiter.FOREVER ? deadline - 1 : deadline;
  }
}
