package dev.millrace.harness;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * How a thread looks again and again, when it must see in the first instant what another one does,
 * or when its looks are what the test is about. It gives way now and then, since the other one may
 * have no core; an interrupt ends it, and so does the time limit of the test.
 */
public final class Polling {

  /**
   * So many looks without a park. Many, where the other one has a core: after a park this thread is
   * late, and two that are to meet closely would park for each other for ever. With one core each
   * look before the park is in vain.
   */
  private static final int LOOKS_AT_ONCE =
      Runtime.getRuntime().availableProcessors() == 1 ? 10 : 10_000;

  /** How long one step of another thread may take before it is taken to hang. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private int looks;

  /** Looks until the state holds, which takes another thread no more than a step. */
  public static void until(String what, BooleanSupplier state) throws InterruptedException {
    var polling = new Polling();
    long begin = 0;
    while (!state.getAsBoolean()) {
      polling.pause();
      if (polling.isToGiveWay()) {
        // Not before: the clock would slow down the first looks.
        begin = begin == 0 ? System.nanoTime() : begin;
        assertTrue(System.nanoTime() - begin < LIMIT.toNanos(), () -> "never came true: " + what);
      }
    }
  }

  /** Between two looks. */
  public void pause() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (isToGiveWay()) {
      LockSupport.parkNanos(1);
    } else {
      Thread.onSpinWait();
    }
    looks++;
  }

  private boolean isToGiveWay() {
    return looks % LOOKS_AT_ONCE == LOOKS_AT_ONCE - 1;
  }
}
