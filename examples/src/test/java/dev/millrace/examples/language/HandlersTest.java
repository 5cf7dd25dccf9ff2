package dev.millrace.examples.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.ChannelInterruptedException;
import dev.millrace.Handler;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Case;
import dev.millrace.annotation.Close;
import dev.millrace.annotation.Otherwise;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Selects whose arms are their own parameters. */
@Timeout(60)
class HandlersTest {

  @Topology
  @Buffer(channel = "readings", size = 10)
  @Buffer(channel = "off", size = 1)
  interface Thermostat {

    @Producer("readings")
    void report(double celsius) throws InterruptedException;

    @Producer("off")
    void turnOff() throws InterruptedException;

    @Close({"readings", "off"})
    void unplug();

    @Select
    void await(@Case("readings") Handler<Double> onReading, @Case("off") Runnable onOff)
        throws InterruptedException;

    @Select(priority = true)
    void offFirst(
        @Case("off") Runnable onOff,
        Duration patience,
        @Case("readings") Handler<? super Double> onReading,
        @Case(value = "readings", closed = true) Runnable onEnd,
        @Otherwise Runnable onNothing);
  }

  private final List<String> told = new ArrayList<>();

  private void await(Thermostat thermostat) throws InterruptedException {
    thermostat.await(celsius -> told.add("at " + celsius), () -> told.add("off"));
  }

  private void offFirst(Thermostat thermostat, Duration patience) {
    thermostat.offFirst(
        () -> told.add("off"),
        patience,
        celsius -> told.add("at " + celsius),
        () -> told.add("end"),
        () -> told.add("nothing"));
  }

  @Test
  void eachValueGoesToTheHandlerOfItsChannel() throws Exception {
    try (var thermostat = HandlersTest_ThermostatTopology.start()) {
      thermostat.report(20.5);
      await(thermostat);
      thermostat.turnOff();
      await(thermostat);
      assertEquals(List.of("at 20.5", "off"), told);
      thermostat.unplug();
      assertThrows(ChannelClosedException.class, () -> await(thermostat));
    }
  }

  @Test
  void handlersHavePrioritiesTimeOutsAndEnds() throws Exception {
    try (var thermostat = HandlersTest_ThermostatTopology.start()) {
      offFirst(thermostat, Duration.ZERO);
      thermostat.report(20.5);
      thermostat.turnOff();
      thermostat.unplug();
      for (int i = 0; i < 4; i++) {
        offFirst(thermostat, Duration.ofMillis(1));
      }
      assertEquals(List.of("nothing", "off", "at 20.5", "end", "nothing"), told);
    }
  }

  @Test
  void whatAHandlerThrowsIsThrownAndTheSelectGoesOn() throws Exception {
    try (var thermostat = HandlersTest_ThermostatTopology.start()) {
      thermostat.report(1);
      var thrown =
          assertThrows(
              IllegalStateException.class,
              () ->
                  thermostat.await(
                      celsius -> {
                        throw new IllegalStateException("too cold");
                      },
                      () -> {}));
      assertEquals("too cold", thrown.getMessage());
      thermostat.report(2);
      await(thermostat);
      assertEquals(List.of("at 2.0"), told);
    }
  }

  @Test
  void anInterruptedHandlerIsAnInterruptedSelect() throws Exception {
    try (var thermostat = HandlersTest_ThermostatTopology.start()) {
      thermostat.report(1);
      assertThrows(
          ChannelInterruptedException.class,
          () ->
              thermostat.offFirst(
                  () -> {},
                  Duration.ofMinutes(1),
                  celsius -> {
                    throw new InterruptedException();
                  },
                  () -> {},
                  () -> {}));
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  @SuppressWarnings("NullAway") // On purpose.
  void aMissingHandlerIsToldBeforeAValueIsTaken() throws Exception {
    try (var thermostat = HandlersTest_ThermostatTopology.start()) {
      thermostat.report(1);
      var thrown = assertThrows(NullPointerException.class, () -> thermostat.await(null, () -> {}));
      assertEquals("onReadings", Objects.requireNonNull(thrown.getMessage()));
      await(thermostat);
      assertEquals(List.of("at 1.0"), told);
    }
  }
}
