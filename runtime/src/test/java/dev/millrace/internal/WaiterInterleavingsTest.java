package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@link WaiterTest}'s races in all interleavings: their windows are a few instructions wide. */
@Tag("lincheck")
class WaiterInterleavingsTest {

  private static final int ENOUGH = 200;
  private static final int ARM = 3;

  /** What the waiting thread learns, other than its arm. */
  private static final int INTERRUPTED = -10;

  @Test
  void aClaimMeetsAnInterrupt() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () ->
            check(
                waiter -> {
                  Thread.currentThread().interrupt();
                  try {
                    int outcome = waiter.park(Waiter.FOREVER, Waiter.FOREVER);
                    assertEquals(true, Thread.interrupted(), "the interrupt got lost");
                    return outcome;
                  } catch (InterruptedException e) {
                    return INTERRUPTED;
                  }
                },
                INTERRUPTED));
  }

  @Test
  void aClaimMeetsATimeOut() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> check(waiter -> waiter.park(System.nanoTime(), Waiter.FOREVER), Waiter.GAVE_UP));
  }

  @Test
  void aClaimMeetsTheEndOfAnUnwokenWait() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          var waiter = new Unwoken();
          Thread claimer =
              new Thread(
                  () -> {
                    if (waiter.claim(ARM)) {
                      waiter.wake();
                    }
                  });
          claimer.start();
          try {
            int outcome = Waiter.WAITING;
            while (outcome == Waiter.WAITING) {
              outcome = waiter.park(Waiter.FOREVER, Waiter.FOREVER);
            }
            claimer.join();
            assertEquals(ARM, outcome);
          } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts", e);
          }
        });
  }

  /** Waits unwoken for no time at all. */
  private static final class Unwoken extends Waiter {
    Unwoken() {
      begin(true);
    }

    @Override
    void waitUnwoken(long deadline) {}

    @Override
    public int waits() {
      return 1;
    }

    @Override
    public String activity() {
      return "waiting unwoken";
    }
  }

  private interface Wait {
    int outcome(Waiter waiter) throws InterruptedException;
  }

  /** Exactly one of the two threads gets its way, and both know which. */
  private static void check(Wait wait, int otherwise) {
    SoloWaiter waiter =
        new SoloWaiter(GeneralChannel.create("c", 0), false, SoloWaiter.Manner.PARKS);
    boolean[] claimed = new boolean[1];
    Thread claimer = new Thread(() -> claimed[0] = waiter.claim(ARM));
    claimer.start();
    try {
      int outcome = wait.outcome(waiter);
      claimer.join();
      assertEquals(claimed[0] ? ARM : otherwise, outcome);
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts a join", e);
    }
  }
}
