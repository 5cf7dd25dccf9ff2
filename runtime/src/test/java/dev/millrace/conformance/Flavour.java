package dev.millrace.conformance;

import dev.millrace.Channel;
import dev.millrace.internal.OneToOneChannel;
import java.util.function.Function;

/**
 * One row of the conformance suite: a kind of channel and how to make one.
 *
 * @param description what the test report calls it
 * @param capacity what the channel says of itself
 * @param sendersWait whether a send to a full channel waits
 * @param lossless whether everything sent is received
 * @param forSeveral whether any number of threads may send and receive, and select
 */
record Flavour(
    String description,
    int capacity,
    boolean sendersWait,
    boolean lossless,
    boolean forSeveral,
    Function<String, Channel<Integer>> factory) {

  /** Stands for "many" on a channel without a bound. */
  private static final int MANY = 1000;

  static Flavour waiting(
      String description, int capacity, Function<String, Channel<Integer>> factory) {
    return new Flavour(description, capacity, true, true, true, factory);
  }

  static Flavour dropping(
      String description, int capacity, Function<String, Channel<Integer>> factory) {
    return new Flavour(description, capacity, false, false, true, factory);
  }

  static Flavour oneToOne(int capacity) {
    return new Flavour(
        "oneToOne(" + capacity + ")",
        capacity,
        true,
        true,
        false,
        name -> OneToOneChannel.create(name, capacity));
  }

  Channel<Integer> create(String name) {
    return factory.apply(name);
  }

  /** How many values can be buffered, or many. */
  int room() {
    return Math.min(capacity, MANY);
  }

  @Override
  public String toString() {
    return description;
  }
}
