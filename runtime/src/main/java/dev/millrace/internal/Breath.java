package dev.millrace.internal;

import java.util.concurrent.ThreadLocalRandom;

/**
 * When threads that wait in one place, a channel or a select, get out of the way of threads that
 * are not woken by others that run.
 *
 * <p>A virtual thread that is woken by another goes to the queue of that one's carrier, and a
 * carrier takes new work from outside only when its own queue is empty: a few threads that wake
 * each other all day keep all others from ever running. Who parks for a time is woken from outside,
 * and so is queued behind those who were waiting there. While it is away those who wait for it run
 * out of work too, and the carrier's queue runs empty.
 *
 * <p>Such a breath costs a timer and some ten microseconds, a hundred times what a hand-over does.
 * So there is at most one in a slice of time, which bounds what a busy place spends, and one in a
 * hundred or so of waits at most, which bounds what a program of thousands of places spends.
 */
final class Breath {

  /** One wait in so many looks at the clock, a power of two. */
  private static final int WAITS_PER_LOOK = 128;

  /** A slice is so many nanoseconds to the power of two: a millisecond. */
  private static final int SLICE_BITS = 20;

  /** The slice of the last breath. Racy: two threads at once only breathe both. */
  private int slice;

  /** Whether the current thread is to take a breath now. Counts as taken if so. */
  boolean isDue() {
    return isDue(ThreadLocalRandom.current().nextInt());
  }

  /**
   * As {@link #isDue()}.
   *
   * @param random a random number, of which this looks at the lowest seven bits
   */
  boolean isDue(int random) {
    if ((random & (WAITS_PER_LOOK - 1)) != 0 || !Thread.currentThread().isVirtual()) {
      return false;
    }
    int now = (int) (System.nanoTime() >> SLICE_BITS);
    if (now == slice) {
      return false;
    }
    slice = now;
    return true;
  }
}
