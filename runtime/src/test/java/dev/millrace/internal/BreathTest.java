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
  void aPlatformThreadIsInNobodysWay() {
    Breath breath = new Breath();
    for (int i = 0; i < WAITS; i++) {
      assertFalse(breath.isDue());
    }
  }
}
