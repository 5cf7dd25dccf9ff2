package demo;

import dev.millrace.Overflow;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Topology;
import java.util.stream.Stream;

/** Channels on which sending never waits, because they drop what they have no room for. */
@Topology
@Buffer(channel = "alarms", size = 4, overflow = Overflow.DROP_NEWEST)
@Buffer(channel = "history", size = Weather.HISTORY, overflow = Overflow.DROP_OLDEST)
@Buffer(channel = "orders", size = 2, overflow = Overflow.WAIT)
@Buffer(channel = "readings", size = 1, overflow = Overflow.LATEST)
interface Weather {
  int HISTORY = 32;

  record Reading(double celsius) {}

  @Producer("readings")
  void report(Reading reading) throws InterruptedException;

  @Consumer("readings")
  @Producer("history")
  default Reading keep(Reading reading) {
    return reading;
  }

  @Consumer("history")
  Reading past() throws InterruptedException;

  @Producer("orders")
  void order(String order) throws InterruptedException;

  /** A loop that cannot stand still. */
  @Consumer("alarms")
  @Producer("alarms")
  default Stream<String> repeat(String alarm) {
    return Stream.of();
  }

  @Consumer("orders")
  @Producer("alarms")
  default String alarm(String order) {
    return order;
  }
}
