package dev.millrace.lincheck;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.millrace.harness.Campaign;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The scenarios of {@link WaitingOperationsTest} on threads that really run at the same time, with
 * a clock that moves: what came of each run must have an order of instants that explains it.
 */
class WaitingOperationsStressTest {

  enum Kind {
    PLATFORM,
    VIRTUAL;

    ThreadFactory factory() {
      return this == PLATFORM
          ? Thread.ofPlatform().daemon().factory()
          : Thread.ofVirtual().factory();
    }
  }

  static Stream<Arguments> chosenOnBothKinds() {
    return Scenarios.chosen()
        .flatMap(
            scenario ->
                Stream.of(Kind.values())
                    .map(kind -> arguments(Named.of(scenario.name(), scenario), kind)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("chosenOnBothKinds")
  void areLinearisable(Scenario scenario, Kind kind) throws InterruptedException {
    repeat(scenario, kind, 200);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("chosenOnBothKinds")
  @Tag("campaign")
  void areLinearisableAtLength(Scenario scenario, Kind kind) throws InterruptedException {
    repeat(scenario, kind, Campaign.share(50_000));
  }

  @ParameterizedTest
  @EnumSource
  void areLinearisableInAnyCompany(Kind kind) throws InterruptedException {
    for (long seed = 0; seed < 3_000; seed++) {
      repeat(Scenarios.random(seed), kind, 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("campaign")
  void areLinearisableInAnyCompanyAtLength(Kind kind) throws InterruptedException {
    for (long seed = 0; seed < Campaign.share(100_000); seed++) {
      repeat(Scenarios.random(seed), kind, 10);
    }
  }

  static void repeat(Scenario scenario, Kind kind, int times) throws InterruptedException {
    ThreadFactory factory = kind.factory();
    for (int i = 0; i < times; i++) {
      StartingLine line = new StartingLine(scenario.threadCount());
      scenario.run(task -> factory.newThread(line.before(task)));
    }
  }

  /**
   * Lets threads begin at the same time, or nearly so. Without it the first would be done before
   * the last was started. It does not wait for ever, since there may be too few cores.
   */
  private record StartingLine(int threads, AtomicInteger arrived) {

    private static final int PATIENCE = 2_000;

    StartingLine(int threads) {
      this(threads, new AtomicInteger());
    }

    Runnable before(Runnable task) {
      return () -> {
        arrived.incrementAndGet();
        for (int i = 0; i < PATIENCE && arrived.get() < threads; i++) {
          Thread.onSpinWait();
        }
        task.run();
      };
    }
  }
}
