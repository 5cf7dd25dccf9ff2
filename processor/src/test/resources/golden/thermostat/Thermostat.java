package demo;

import dev.millrace.Handler;
import dev.millrace.annotation.Case;
import dev.millrace.annotation.Close;
import dev.millrace.annotation.Otherwise;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

@Topology
public interface Thermostat {

  @Producer("readings")
  void report(double celsius) throws InterruptedException;

  @Producer("off")
  void turnOff() throws InterruptedException;

  @Close("readings")
  void unplug();

  @Select
  void await(@Case("readings") Handler<Double> onReading, @Case("off") Runnable onOff)
      throws InterruptedException;

  @Select(priority = true)
  void awaitAtMost(
      @Case("off") Runnable onOff,
      Duration patience,
      @Case(value = "readings", when = "isWatched") Consumer<? super Double> onReading,
      @Case(value = "readings", closed = true) Runnable onEnd,
      @Otherwise Runnable onNothing);

  @Select
  void look(@Case("readings") DoubleConsumer onReading, @Otherwise Runnable onNothing);

  @Select
  void lookInterruptibly(
      @Case("readings") Handler<? super Double> onReading, @Otherwise Runnable onNothing);

  interface Recorder<T> {
    void record(T value) throws IOException;

    @Override
    String toString();
  }

  @SuppressWarnings("millrace:OneArm")
  @Select
  void writeDown(@Case("readings") Recorder<Double> recorder) throws IOException;

  default boolean isWatched() {
    return true;
  }
}
