package dev.millrace.examples;

import dev.millrace.examples.heating.ThermostatTopology;

/** A day of readings, and what the heating makes of them. */
public final class HeatingDemo {
  private static final double COLD = 19;
  private static final double[] READINGS = {17.5, 18.9, 21, 18};

  private boolean on = true;

  private HeatingDemo() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws InterruptedException {
    new HeatingDemo().run();
  }

  private void run() throws InterruptedException {
    try (var thermostat = ThermostatTopology.start()) {
      Thread thermometer = Thread.startVirtualThread(() -> report(thermostat));
      while (on) {
        thermostat.await(
            celsius -> System.out.println(celsius + (celsius < COLD ? " heat" : " rest")),
            () -> on = false);
      }
      thermometer.join();
      System.out.println("off");
    }
  }

  private static void report(ThermostatTopology thermostat) {
    try {
      for (double celsius : READINGS) {
        thermostat.report(celsius);
      }
      thermostat.turnOff();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
