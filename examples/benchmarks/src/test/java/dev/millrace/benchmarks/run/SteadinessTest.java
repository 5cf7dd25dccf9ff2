package dev.millrace.benchmarks.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class SteadinessTest {
  private final Queue<Double> probes = new ArrayDeque<>();
  private int runs;

  private Steadiness steadiness(int attempts, double... nanos) {
    for (double each : nanos) {
      probes.add(each);
    }
    return new Steadiness(probes::remove, attempts);
  }

  private double run(Steadiness steadiness) throws Exception {
    return steadiness.undisturbed(() -> List.of(new Sample(++runs, 0))).getFirst().nanos();
  }

  @Test
  void aSteadyMachineMeasuresOnce() throws Exception {
    Steadiness steadiness = steadiness(3, 80, 120, 60, 149);
    assertEquals(1, run(steadiness));
    assertEquals(2, run(steadiness));
    assertTrue(probes.isEmpty());
    assertTrue(steadiness.text().contains("ran again: 0;"), steadiness.text());
  }

  @Test
  void whatWasSlowBeforeOrAfterRunsAgain() throws Exception {
    Steadiness steadiness = steadiness(3, 80, 201, 500, 80, 80, 90);
    assertEquals(3, run(steadiness));
    assertTrue(steadiness.text().contains("ran again: 2;"), steadiness.text());
    assertTrue(steadiness.text().contains("3 attempts: 0."), steadiness.text());
  }

  @Test
  void aMachineThatStaysSlowIsReported() throws Exception {
    Steadiness steadiness = steadiness(2, 60, 300, 300, 300);
    assertEquals(2, run(steadiness), "the last attempt counts");
    assertTrue(steadiness.text().contains("2 attempts: 1."), steadiness.text());
    assertTrue(steadiness.text().contains("least 60, most 300"), steadiness.text());
  }

  @Test
  void whoHasOneAttemptDoesNotLook() throws Exception {
    Steadiness steadiness = steadiness(1);
    assertEquals(1, run(steadiness));
    assertEquals("", steadiness.text());
  }

  @Test
  void aRoundTripTakesTime() throws Exception {
    double nanos = CacheLine.roundTripNanos();
    assertEquals(Runtime.getRuntime().availableProcessors() > 1, nanos > 0);
    assertFalse(Double.isNaN(nanos));
  }
}
