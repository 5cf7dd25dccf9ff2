package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.ThreadKind;
import org.junit.jupiter.api.Test;

/** How often threads get out of the way of others. */
class BreathTest extends ConcurrencyTest {

  private static final int WAITS = 2_000_000;
  private static final long SLICE_NANOS = 1L << 21;

  @Test
  void aThreadThatWaitsOftenTakesOneNowAndThenButNotTwoInASlice() throws Exception {
    run(
            ThreadKind.VIRTUAL,
            () -> {
              Breath breath = new Breath();
              long start = System.nanoTime();
              int taken = 0;
              for (int i = 0; i < WAITS || taken == 0; i++) {
                taken += breath.isDue() ? 1 : 0;
              }
              long slices = (System.nanoTime() - start) / SLICE_NANOS + 2;
              assertTrue(taken <= slices, taken + " in " + slices + " slices");
            })
        .join();
  }

  /**
   * Even if all of them were in a window. So a program of very many places does not spend all its
   * time on it.
   */
  @Test
  void fewOfManyPlacesTakeOneAtTheirFirstWait() throws Exception {
    run(
            ThreadKind.VIRTUAL,
            () -> {
              int taken = 0;
              int waits = 0;
              for (; waits < WAITS || taken == 0; waits++) {
                taken += new Breath().isDue() ? 1 : 0;
              }
              assertTrue(taken <= waits / 12, taken + " of " + waits);
            })
        .join();
  }

  @Test
  void oneIsDueOnceInEachWindow() {
    Breath breath = new Breath();
    assertFalse(breath.isDueAt(inSlice(7, 0.74)));
    assertTrue(breath.isDueAt(inSlice(7, 0.76)));
    assertFalse(breath.isDueAt(inSlice(7, 0.77)));
    assertFalse(breath.isDueAt(inSlice(8, 0.5)));
    assertTrue(breath.isDueAt(inSlice(8, 0.8)));
  }

  @Test
  void whoAsksSeldomGetsOneOutsideOfTheWindowsInTheEnd() {
    Breath breath = new Breath();
    assertTrue(breath.isOverdueAt(inSlice(7, 0.8)));
    assertFalse(breath.isOverdueAt(inSlice(7, 0.9)));
    for (int slice = 8; slice < 11; slice++) {
      assertFalse(breath.isOverdueAt(inSlice(slice, 0.1)));
    }
    assertTrue(breath.isOverdueAt(inSlice(11, 0.1)), "the last one is four slices ago");
    assertFalse(breath.isOverdueAt(inSlice(11, 0.8)), "it has just taken one");
    assertFalse(breath.isOverdueAt(inSlice(12, 0.1)));
    assertTrue(breath.isOverdueAt(inSlice(12, 0.8)), "in a window as everybody");
  }

  /** As the clock may have any origin, a first breath may be overdue, but none is never due. */
  @Test
  void aClockMayBeginAnywhere() {
    for (long slice : new long[] {-1_000_000, -5, -1L << 40, 5, 1_000_000, 1L << 40}) {
      assertTrue(new Breath().isOverdueAt(inSlice(slice + 1, 0.8)), "slice " + slice);
    }
    assertTrue(new Breath().isOverdueAt(inSlice(-1_000_000, 0.1)));
    assertTrue(new Breath().isOverdueAt(inSlice(1_000_000, 0.1)));
  }

  private static long inSlice(long slice, double part) {
    return slice * SLICE_NANOS + (long) (part * SLICE_NANOS);
  }

  @Test
  void aPlatformThreadIsInNobodysWay() {
    Breath breath = new Breath();
    for (int i = 0; i < WAITS; i++) {
      assertFalse(breath.isDue());
      assertFalse(breath.isOverdue());
    }
  }
}
