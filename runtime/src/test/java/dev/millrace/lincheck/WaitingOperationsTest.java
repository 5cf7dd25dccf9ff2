package dev.millrace.lincheck;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.harness.Campaign;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Operations that wait, explored interleaving by interleaving: park, unpark and interrupt included.
 * Lincheck's own verifier knows no threads that wait, so {@link Linearisation} judges what came of
 * each run.
 *
 * <p>To Lincheck a clock stands still and a park may end by itself. So what passes with time, and a
 * wake-up that is forgotten, are left to {@link WaitingOperationsStressTest}.
 */
@Tag("lincheck")
class WaitingOperationsTest {

  static Stream<Scenario> chosen() {
    return Stream.concat(Scenarios.chosen(), BroadcastScenarios.chosen());
  }

  /** Enough to see that exploring works: each costs seconds. All of them run with real threads. */
  static Stream<Scenario> few() {
    return Stream.of(
            Scenarios.chosen().limit(4), Scenarios.oneToOne(), BroadcastScenarios.chosen().limit(2))
        .flatMap(scenarios -> scenarios);
  }

  static Stream<Scenario> random() {
    return LongStream.range(0, Campaign.share(200)).mapToObj(Scenarios::random);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("few")
  void areLinearisable(Scenario scenario) {
    explore(scenario, 10);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("chosen")
  @Tag("campaign")
  void areLinearisableAtLength(Scenario scenario) {
    explore(scenario, Campaign.share(1_000));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("random")
  @Tag("campaign")
  void areLinearisableInAnyCompany(Scenario scenario) {
    explore(scenario, 100);
  }

  /** Otherwise all of the above would pass without having explored anything. */
  @Test
  void aThreadThatMayWaitForEverIsFound() {
    Scenario lonely = Scenarios.lonelySender();
    assertThrows(LincheckAssertionError.class, () -> explore(lonely, 50));
  }

  private static void explore(Scenario scenario, int interleavings) {
    Lincheck.runConcurrentTest(interleavings, () -> runOnce(scenario));
  }

  private static void runOnce(Scenario scenario) {
    try {
      scenario.runUnderLincheck();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts this thread", e);
    }
  }
}
