package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.Trial;
import dev.millrace.benchmarks.run.Sample;
import java.util.Arrays;

/**
 * How long each message took. What a sender writes here its receiver may read, since a send happens
 * before the receive of its value.
 */
public final class Delays implements Trial {

  /** Sends and receives all messages. */
  @FunctionalInterface
  public interface Exchange {
    /** Tells the delays of each. */
    void run(Delays delays) throws Exception;
  }

  private final int percentile;
  private final Exchange exchange;
  private final long[] nanos;

  /** A trial of so many messages, of whose delays that percentile is told. */
  public Delays(int messages, int percentile, Exchange exchange) {
    this.percentile = percentile;
    this.exchange = exchange;
    nanos = new long[messages];
  }

  /** Says that a message is about to be sent. */
  public void sending(int message) {
    nanos[message] = System.nanoTime();
  }

  /** Says that it has arrived. */
  public void received(int message) {
    nanos[message] = System.nanoTime() - nanos[message];
  }

  @Override
  public void run() throws Exception {
    exchange.run(this);
  }

  /** The delay that so many percent of the messages did not exceed. */
  @Override
  public Sample measured(Sample fromOutside) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Sample(sorted[(sorted.length - 1) * percentile / 100], fromOutside.bytes());
  }
}
