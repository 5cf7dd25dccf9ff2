package dev.millrace.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.benchmarks.report.Results.Pair;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private static final Pair OURS = new Pair("w", "ours");
  private static final Pair THEIRS = new Pair("w", "theirs");

  @Test
  void summarisesAllRepetitionsOfAllRounds() {
    Results results =
        new Results(
            List.of(Measured.of("w", "ours", 0, 10, 30), Measured.of("w", "ours", 1, 20, 40, 50)));

    assertEquals(Optional.of(new Summary(30, 10, 50)), results.nanos(OURS));
    assertEquals(Optional.of(new Summary(15, 5, 25)), results.bytes(OURS));
    assertEquals(Optional.empty(), results.nanos(THEIRS));
  }

  /** A machine that slows down by ten between rounds changes no ratio. */
  @Test
  void comparesRoundByRound() {
    Results results =
        new Results(
            List.of(
                Measured.of("w", "ours", 0, 10),
                Measured.of("w", "theirs", 0, 20),
                Measured.of("w", "ours", 1, 100),
                Measured.of("w", "theirs", 1, 200),
                Measured.of("w", "ours", 2, 10),
                Measured.of("w", "theirs", 2, 50)));

    assertEquals(Optional.of(2.0), results.ratio(THEIRS, OURS));
  }

  @Test
  void hasNoRatioWithoutACommonRound() {
    Results results =
        new Results(List.of(Measured.of("w", "ours", 0, 10), Measured.of("w", "theirs", 1, 20)));

    assertEquals(Optional.empty(), results.ratio(THEIRS, OURS));
  }
}
