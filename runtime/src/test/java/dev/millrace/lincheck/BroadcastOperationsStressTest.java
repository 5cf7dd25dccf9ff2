package dev.millrace.lincheck;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.millrace.harness.Campaign;
import dev.millrace.lincheck.WaitingOperationsStressTest.Kind;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Broadcasts on threads that really run at the same time: to two subscribers, as {@link
 * BroadcastModel} says; to one, so that nothing tells them from channels, as {@link ChannelModel}
 * says of these.
 */
class BroadcastOperationsStressTest {

  static Stream<Arguments> toTwo() {
    return onBothKinds(BroadcastScenarios.chosen());
  }

  static Stream<Arguments> toOne() {
    return onBothKinds(Scenarios.chosen().map(Scenario::onBroadcasts));
  }

  private static Stream<Arguments> onBothKinds(Stream<Scenario> scenarios) {
    return scenarios.flatMap(
        scenario ->
            Stream.of(Kind.values())
                .map(kind -> arguments(Named.of(scenario.name(), scenario), kind)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("toTwo")
  void areLinearisable(Scenario scenario, Kind kind) throws InterruptedException {
    WaitingOperationsStressTest.repeat(scenario, kind, 200);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("toTwo")
  @Tag("campaign")
  void areLinearisableAtLength(Scenario scenario, Kind kind) throws InterruptedException {
    WaitingOperationsStressTest.repeat(scenario, kind, Campaign.share(50_000));
  }

  @ParameterizedTest
  @EnumSource
  void areLinearisableInAnyCompany(Kind kind) throws InterruptedException {
    for (long seed = 0; seed < 2_000; seed++) {
      WaitingOperationsStressTest.repeat(BroadcastScenarios.random(seed), kind, 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("campaign")
  void areLinearisableInAnyCompanyAtLength(Kind kind) throws InterruptedException {
    for (long seed = 0; seed < Campaign.share(100_000); seed++) {
      WaitingOperationsStressTest.repeat(BroadcastScenarios.random(seed), kind, 10);
    }
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("toOne")
  void areChannelsToOneSubscriber(Scenario scenario, Kind kind) throws InterruptedException {
    WaitingOperationsStressTest.repeat(scenario, kind, 50);
  }

  @ParameterizedTest
  @EnumSource
  void areChannelsToOneSubscriberInAnyCompany(Kind kind) throws InterruptedException {
    for (long seed = 0; seed < 2_000; seed++) {
      WaitingOperationsStressTest.repeat(Scenarios.random(seed).onBroadcasts(), kind, 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("campaign")
  void areChannelsToOneSubscriberInAnyCompanyAtLength(Kind kind) throws InterruptedException {
    for (long seed = 0; seed < Campaign.share(100_000); seed++) {
      WaitingOperationsStressTest.repeat(Scenarios.random(seed).onBroadcasts(), kind, 10);
    }
  }
}
