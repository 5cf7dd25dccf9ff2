package dev.millrace.internal;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

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
 *
 * <p>Threads that spin for each other and never park ask only with one in a thousand values. If
 * these are slow, a window has passed as a rule between two such looks, and each may miss one for
 * long. Who asks so seldom therefore takes a breath outside of the windows too, once it is {@link
 * #isOverdue() overdue}.
 *
 * <p>It comes back as late as the scheduler lets any timer. Threads that poll with {@link
 * Thread#yield()} go from an empty queue of a carrier to a queue outside in which they alone are,
 * and a carrier stays with such a queue until it finds it empty: beside busy pairs, as of JDK 25,
 * two of them keep off all that timers wake, and so who takes a breath.
 *
 * <p>Open to tests alone, in which to take one may fail.
 */
class Breath {

  /** One wait in so many looks at the clock, a power of two. */
  private static final int WAITS_PER_LOOK = 16;

  /** A slice is so many nanoseconds to the power of two: two milliseconds. */
  private static final int SLICE_BITS = 21;

  /** And so is a window, with which each slice ends: a quarter of it. */
  private static final int WINDOW_BITS = 19;

  /**
   * The number of the slice's last quarter. Not the first or the third: those begin with a window
   * in which channels {@linkplain SpinBudget#isToSpin probe}. (Rings do so at any time.)
   */
  private static final int LAST_QUARTER = 3;

  /** After so many slices without a breath one is overdue. */
  private static final int OVERDUE_SLICES = 4;

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
    return looksAtClock(number) && isDueAt(System.nanoTime());
  }

  /** Whether {@link #isDue(int)} would look at the clock. If not, there is no need of one. */
  static boolean looksAtClock(int number) {
    return (number & (WAITS_PER_LOOK - 1)) == 0 && Thread.currentThread().isVirtual();
  }

  /** As {@link #isDue()}, for who asks so seldom that it may miss the windows for long. */
  boolean isOverdue() {
    return Thread.currentThread().isVirtual() && isOverdueAt(System.nanoTime());
  }

  final boolean isDueAt(long nanos) {
    return (nanos >> WINDOW_BITS & LAST_QUARTER) == LAST_QUARTER && isFirstIn(slice(nanos), 1);
  }

  /** Also in a window, of course. */
  final boolean isOverdueAt(long nanos) {
    return isDueAt(nanos) || isFirstIn(slice(nanos), OVERDUE_SLICES);
  }

  private static int slice(long nanos) {
    return (int) (nanos >> SLICE_BITS);
  }

  /** Whether the last breath is so many slices ago. Then one is taken now. */
  private boolean isFirstIn(int now, int slices) {
    // Unsigned: the first slice of all may have any number.
    if (Integer.compareUnsigned(now - slice, slices) < 0) {
      return false;
    }
    slice = now;
    return true;
  }

  /** Takes one, for which an error may be thrown: there may be no memory for the timer. */
  void take(Object blocker) {
    LockSupport.parkNanos(blocker, 1);
  }
}
