package dev.millrace.examples.heating;

import dev.millrace.Handler;
import dev.millrace.annotation.Case;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;

/** Readings of a thermometer, and a switch; whoever waits says what to do about either. */
@Topology
public interface Thermostat {

  /** Tells how warm it is; waits until somebody has heard. */
  @Producer("readings")
  void report(double celsius) throws InterruptedException;

  /** Has had enough. */
  @Producer("off")
  void turnOff() throws InterruptedException;

  /** Waits for one of the two. No arm can be forgotten, because it is a parameter. */
  @Select
  void await(@Case("readings") Handler<Double> onReading, @Case("off") Runnable onOff)
      throws InterruptedException;
}
