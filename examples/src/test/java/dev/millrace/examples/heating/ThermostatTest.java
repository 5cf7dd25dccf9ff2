package dev.millrace.examples.heating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.ChannelClosedException;
import dev.millrace.examples.Waiting;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A select with handlers, called by a thread of the test. */
@Timeout(60)
class ThermostatTest {

  private final List<Object> seen = new ArrayList<>();

  private void await(Thermostat thermostat) throws InterruptedException {
    thermostat.await(seen::add, () -> seen.add("off"));
  }

  @Test
  void readingsComeInOrder() throws Exception {
    try (var thermostat = ThermostatTopology.start()) {
      var reporting =
          Waiting.in(
              () -> {
                thermostat.report(18);
                thermostat.report(19.5);
                thermostat.turnOff();
                return "all said";
              });
      for (int i = 0; i < 3; i++) {
        await(thermostat);
      }
      assertEquals("all said", reporting.result());
    }
    assertEquals(List.of(18.0, 19.5, "off"), seen);
  }

  @Test
  void whatAHandlerThrowsIsItsCallersOwnAffair() throws Exception {
    try (var thermostat = ThermostatTopology.start()) {
      var first = Waiting.in(() -> reported(thermostat, 1));
      assertThrows(
          InterruptedException.class,
          () ->
              thermostat.await(
                  celsius -> {
                    throw new InterruptedException("of the handler");
                  },
                  () -> {}));
      assertEquals(1, first.result());
      var second = Waiting.in(() -> reported(thermostat, 2));
      await(thermostat);
      assertEquals(2, second.result());
    }
    assertEquals(List.of(2.0), seen);
  }

  @Test
  void whoeverWaitsCanBeInterrupted() throws Exception {
    try (var thermostat = ThermostatTopology.start()) {
      var reporting = Waiting.in(() -> reported(thermostat, 1));
      assertThrows(InterruptedException.class, reporting.interrupt()::result);
      var waiting = Waiting.in(() -> awaited(thermostat));
      assertThrows(InterruptedException.class, waiting.interrupt()::result);
    }
    assertEquals(List.of(), seen);
  }

  @Test
  void theEndEndsTheWait() throws Exception {
    var thermostat = ThermostatTopology.start();
    var waiting = Waiting.in(() -> awaited(thermostat));
    thermostat.close();
    assertThrows(ChannelClosedException.class, waiting::result);
  }

  private static double reported(Thermostat thermostat, double celsius)
      throws InterruptedException {
    thermostat.report(celsius);
    return celsius;
  }

  private boolean awaited(Thermostat thermostat) throws InterruptedException {
    await(thermostat);
    return true;
  }
}
