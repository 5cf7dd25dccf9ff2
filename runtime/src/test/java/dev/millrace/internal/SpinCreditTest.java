package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** For how long to look again before parking. */
class SpinCreditTest {

  private long now;
  private final SpinCredit spinning = new SpinCredit(() -> now);

  /** Waits in vain until it no longer looks again at all, which must be soon. */
  private int waitsInVainUntilItParksAtOnce() {
    int waits = 0;
    for (int looks; (looks = spinning.looks(true)) > 0; waits++) {
      spinning.wasted(looks);
      assertTrue(waits < 10, "it looks again and again");
    }
    return waits;
  }

  private boolean probes() {
    return spinning.looks(true) > 0;
  }

  private void passes(Duration time) {
    now += time.toNanos();
  }

  @Test
  void onlyOneWaitInVainIsGrantedInAdvance() {
    assertEquals(1, waitsInVainUntilItParksAtOnce());
  }

  @Test
  void whatHasPaidMayBeWasted() {
    for (int i = 0; i < 1_000; i++) {
      spinning.paid(2);
    }
    assertEquals(2, waitsInVainUntilItParksAtOnce());
  }

  @Test
  void toWaitLongDoesNotPayThoughTheOtherComes() {
    int looks = spinning.looks(true);
    for (int waits = 0; spinning.credit > 0; waits++) {
      spinning.paid(looks / 4);
      assertTrue(waits < 10, "it goes on to look again");
    }
  }

  @Test
  void probesBecomeRareWhileTheyFail() {
    waitsInVainUntilItParksAtOnce();
    for (int pause : new int[] {1, 2, 4, 8, 16, 32, 64, 64}) {
      passes(Duration.ofMillis(pause).minusNanos(1));
      assertFalse(probes());
      passes(Duration.ofNanos(1));
      assertTrue(probes());
      assertFalse(probes(), "one is enough for a while");
    }
  }

  @Test
  void aProbeThatPaysBringsTheOtherWayOfWaitingBack() {
    waitsInVainUntilItParksAtOnce();
    passes(Duration.ofMillis(1));
    int looks = spinning.looks(true);
    spinning.paid(looks - 1);
    assertEquals(1, waitsInVainUntilItParksAtOnce());
  }

  @Test
  void whereSpinningPaysTheNextProbeIsSoon() {
    waitsInVainUntilItParksAtOnce();
    for (int i = 0; i < 20; i++) {
      passes(Duration.ofMillis(64));
      assertTrue(probes());
    }
    for (int i = 0; i < 1_000; i++) {
      spinning.paid(2);
    }
    waitsInVainUntilItParksAtOnce();
    passes(Duration.ofMillis(1));
    assertTrue(probes());
  }

  @Test
  void whoRunsIsGivenLessTimeThanWhoWasWoken() {
    assertTrue(spinning.looks(false) < spinning.looks(true));
  }
}
