package dev.millrace.internal;

import java.time.Duration;
import java.util.Objects;

/** Points in time by {@link System#nanoTime}. */
final class Deadline {

  /** About 146 years: the longest wait that a comparison of nanosecond clocks can express. */
  private static final long LONGEST_NANOS = Long.MAX_VALUE / 2;

  /** Made once: a select with a time-out must not allocate. */
  private static final Duration LONGEST = Duration.ofNanos(LONGEST_NANOS);

  private Deadline() {}

  /** The duration in nanoseconds, as long as possible if it is longer than that. */
  static long nanos(Duration duration) {
    Objects.requireNonNull(
        duration,
        "The longest time to wait must not be null. Use send or receive to wait without end.");
    return duration.compareTo(LONGEST) < 0
        ? duration.isNegative() ? 0 : duration.toNanos()
        : LONGEST_NANOS;
  }

  static long in(long nanos) {
    return after(System.nanoTime(), nanos);
  }

  static long after(long time, long nanos) {
    long deadline = time + nanos;
    // The one value that means no deadline at all.
    return deadline == Waiter.FOREVER ? deadline - 1 : deadline;
  }

  static long earlier(long a, long b) {
    if (a == Waiter.FOREVER || b == Waiter.FOREVER) {
      return a == Waiter.FOREVER ? b : a;
    }
    return a - b <= 0 ? a : b;
  }
}
