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
 * <p>One place alone does not empty that queue while others fill it. So all places of a program
 * take their breaths in the same part of each slice of time, the <em>window</em>: then nobody is
 * left who wakes anybody. (Eight busy pairs on two carriers let a hundred late threads run in half
 * the time that it took with as many breaths spread evenly; over rings of 1 and of 16 places it was
 * a tenth.)
 *
 * <p>Such a breath costs a timer and some ten microseconds, a hundred times what a hand-over does.
 * So a place, which is also each end of a one-to-one channel, takes at most one in a slice, which
 * bounds what a busy place spends, and one in sixteen waits of a window at most, which bounds what
 * a program of thousands of places spends: one in sixty-four of all waits.
 */
final class Breath {

  /** One wait in so many looks at the clock, a power of two. */
  private static final int WAITS_PER_LOOK = 16;

  /** A slice is so many nanoseconds to the power of two: two milliseconds. */
  private static final int SLICE_BITS = 21;

  /** And so is a window, with which each slice ends: a quarter of it. */
  private static final int WINDOW_BITS = 19;

  /**
   * The number of the slice's last quarter. Not the first, in which a {@link SpinBudget} probes.
   */
  private static final int LAST_QUARTER = 3;

  /** The slice of the last breath. Racy: two threads at once only breathe both. */
  int slice;

  /** Whether the current thread is to take a breath now. Counts as taken if so. */
  boolean isDue() {
    return isDue(ThreadLocalRandom.current().nextInt());
  }

  /**
   * As {@link #isDue()}.
   *
   * @param number a random number, or that of the wait; this looks at the lowest four bits
   */
  boolean isDue(int number) {
    if ((number & (WAITS_PER_LOOK - 1)) != 0 || !Thread.currentThread().isVirtual()) {
      return false;
    }
    long nanos = System.nanoTime();
    int now = (int) (nanos >> SLICE_BITS);
    if (now == slice || (nanos >> WINDOW_BITS & LAST_QUARTER) != LAST_QUARTER) {
      return false;
    }
    slice = now;
    return true;
  }
}
