package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Whether threads spin before they park: the two modes, and what leads from one to the other. */
class SpinBudgetTest {

  private static final int ENOUGH = 100;

  private SpinBudget budget = new SpinBudget();

  private static SoloWaiter waiter() {
    return new SoloWaiter(GeneralChannel.create("c", 0), false, true);
  }

  private void succeed() {
    SoloWaiter served = waiter();
    assertTrue(served.claim(0));
    budget.spin(served, Waiter.FOREVER);
  }

  private void fail() {
    SoloWaiter unserved = waiter();
    budget.spin(unserved, Waiter.FOREVER);
    assertTrue(unserved.isWaiting());
  }

  /** Whether every wait spins, and not only the probes. */
  private boolean isSpinning() {
    for (int wait = 0; wait < ENOUGH; wait++) {
      if (!budget.isToSpin(ThreadLocalRandom.current().nextInt())) {
        return false;
      }
    }
    return true;
  }

  @Test
  void itBeginsWithParking() {
    assertFalse(isSpinning());
  }

  @Test
  void aHopefulOneBeginsWithSpinningWhereThatCanPay() {
    budget = SpinBudget.hopeful();
    assertEquals(SpinBudget.SEVERAL_CARRIERS, isSpinning());
  }

  @Test
  void aHopefulOneForgivesOneFailure() {
    budget = SpinBudget.hopeful();
    fail();
    assertEquals(SpinBudget.SEVERAL_CARRIERS, isSpinning());
    fail();
    assertFalse(isSpinning());
  }

  @Test
  void aProbeThatSucceedsLeadsToSpinning() {
    succeed();
    assertTrue(isSpinning());
  }

  @Test
  void aProbeThatFailsDoesNot() {
    fail();
    assertFalse(isSpinning());
  }

  /** As after a breath, or when the system took a core away for a moment. */
  @Test
  void aFailureNowAndThenIsForgiven() {
    for (int wait = 0; wait < ENOUGH; wait++) {
      succeed();
      succeed();
      succeed();
      fail();
      assertTrue(isSpinning());
    }
  }

  @Test
  void failuresInARowLeadBackToParking() {
    for (int wait = 0; wait < ENOUGH; wait++) {
      succeed();
    }
    int failures = 0;
    while (isSpinning()) {
      fail();
      failures++;
    }
    assertTrue(failures <= 8, failures + " failures in a row");
  }

  /** A wait that spins and is not served has still to be waited for. */
  @Test
  void aDeadlineThatHasPassedEndsIt() throws Exception {
    SoloWaiter waiter = waiter();
    long past = System.nanoTime() - 1;
    budget.spin(waiter, past);
    int outcome = Waiter.WAITING;
    while (outcome == Waiter.WAITING) {
      outcome = waiter.park(past, Waiter.FOREVER);
    }
    assertEquals(Waiter.GAVE_UP, outcome);
  }

  /** A sender that finds a long buffer full is to leave the receiver alone for a while. */
  @Test
  void whoHasTimeLooksSeldom() {
    assertEquals(1, looks(new Looking(false)));
    assertTrue(looks(new Looking(true)) > 1);
    GeneralChannel<Integer> buffered = GeneralChannel.create("buffered", 16);
    assertFalse(new SoloWaiter(buffered, true, true).isUrgent());
    assertTrue(new SoloWaiter(buffered, false, true).isUrgent());
    assertTrue(new SoloWaiter(GeneralChannel.create("c", 0), true, true).isUrgent());
  }

  private int looks(Looking waiter) {
    budget.spin(waiter, System.nanoTime() - 1);
    return waiter.looks;
  }

  /** Counts its looks, which are in vain. */
  private static final class Looking implements SpinBudget.Spinning {
    private final boolean urgent;
    private int looks;

    Looking(boolean urgent) {
      this.urgent = urgent;
    }

    @Override
    public boolean isServed() {
      looks++;
      return false;
    }

    @Override
    public boolean isUrgent() {
      return urgent;
    }
  }

  /** A program of very many channels must not spend its time on spinning for nothing. */
  @Test
  void fewOfManyChannelsProbe() {
    int probes = 0;
    int channels = 2_000_000;
    for (int channel = 0; channel < channels; channel++) {
      probes += new SpinBudget().isToSpin(ThreadLocalRandom.current().nextInt()) ? 1 : 0;
    }
    assertTrue(probes <= channels / 100, probes + " of " + channels);
  }
}
