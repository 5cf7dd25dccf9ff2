package dev.millrace.lincheck;

import dev.millrace.harness.SelectorKind;
import dev.millrace.lincheck.Operation.Close;
import dev.millrace.lincheck.Operation.Look;
import dev.millrace.lincheck.Operation.Receive;
import dev.millrace.lincheck.Operation.Send;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What threads do to each other on one broadcast to two subscribers. In each of them every
 * operation comes back.
 */
final class BroadcastScenarios {

  /** The two subscribers. */
  private static final int ONE = 0;

  private static final int OTHER = 1;

  private BroadcastScenarios() {}

  /** Those worth exploring one by one. */
  static Stream<Scenario> chosen() {
    return Stream.of(0, 1, 2).flatMap(BroadcastScenarios::chosen);
  }

  private static Stream<Scenario> chosen(int capacity) {
    List<Scenario> scenarios = new ArrayList<>();
    scenarios.add(
        on(
            capacity,
            "both get everything",
            List.of(
                List.of(send(1), send(2)),
                List.of(receive(ONE), receive(ONE)),
                List.of(receive(OTHER), receive(OTHER)))));
    scenarios.add(
        on(
            capacity,
            "an offer reaches both or nobody",
            List.of(
                List.of(send(1, Patience.TRY), send(2, Patience.TRY), close(Close.Way.PLAIN)),
                List.of(receive(ONE)),
                List.of(receive(OTHER)))));
    scenarios.add(
        on(
            capacity,
            "two senders",
            List.of(
                List.of(send(1)),
                List.of(send(2)),
                List.of(receive(ONE), receive(OTHER), receive(ONE), receive(OTHER)))));
    scenarios.add(
        on(
            capacity,
            "a time-out meets the first who takes",
            List.of(
                List.of(send(1, Patience.BRIEFLY), send(2, Patience.BRIEFLY)),
                List.of(receive(ONE, Patience.TRY), receive(ONE, Patience.TRY)),
                List.of(receive(OTHER, Patience.TRY), size(OTHER)))));
    scenarios.add(
        on(
            capacity,
            "a close meets the first who takes",
            List.of(
                List.of(send(1), send(2)),
                List.of(receive(ONE), receive(ONE)),
                List.of(receive(OTHER)),
                List.of(close(Close.Way.FAILURE)))));
    scenarios.add(
        on(
            capacity,
            "closeNow meets the first who takes",
            List.of(
                List.of(send(1), send(2)),
                List.of(receive(ONE), size(ONE)),
                List.of(close(Close.Way.NOW), receive(OTHER)))));
    return scenarios.stream();
  }

  /**
   * Any operations, one more thread closing it at last so that everything comes back. Without a
   * buffer an offer may meet a receiver that gives up at the same time, and so reach one of the two
   * late: that is left out here, as is a sender that is interrupted when its value is out.
   */
  static Scenario random(long seed) {
    Random random = new Random(seed);
    int capacity = random.nextInt(3);
    List<List<Operation>> threads = new ArrayList<>();
    int count = 2 + random.nextInt(2);
    for (int thread = 0; thread < count; thread++) {
      List<Operation> operations = new ArrayList<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        operations.add(operation(random, capacity, 10 * thread + i));
      }
      threads.add(operations);
    }
    threads.add(List.of(close(Close.Way.NOW)));
    List<Integer> interrupted =
        capacity > 0 && random.nextInt(3) == 0 ? List.of(random.nextInt(count)) : List.of();
    return scenario(capacity, "random " + seed, threads, interrupted);
  }

  private static Operation operation(Random random, int capacity, int value) {
    int subscriber = random.nextInt(2);
    Patience patience = Scenarios.any(random, Patience.values());
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> send(value, patience);
      case 4 -> new Look(subscriber, Scenarios.any(random, Look.Fact.values()));
      case 5 ->
          random.nextInt(3) == 0
              ? close(Scenarios.any(random, Close.Way.values()))
              : size(subscriber);
      default ->
          receive(
              subscriber,
              capacity == 0 && patience == Patience.BRIEFLY ? Patience.FOREVER : patience);
    };
  }

  private static Scenario on(int capacity, String name, List<List<Operation>> threads) {
    return scenario(capacity, name + ", buffer of " + capacity, threads, List.of());
  }

  private static Scenario scenario(
      int capacity, String name, List<List<Operation>> threads, List<Integer> interrupted) {
    return new Scenario(
        name, List.of(Kind.broadcast(capacity, 2)), threads, interrupted, SelectorKind.BARE);
  }

  private static Operation send(int value) {
    return send(value, Patience.FOREVER);
  }

  private static Operation send(int value, Patience patience) {
    return new Send(ONE, value, patience);
  }

  private static Operation receive(int subscriber) {
    return receive(subscriber, Patience.FOREVER);
  }

  private static Operation receive(int subscriber, Patience patience) {
    return new Receive(subscriber, patience);
  }

  private static Operation size(int subscriber) {
    return new Look(subscriber, Look.Fact.SIZE);
  }

  private static Operation close(Close.Way way) {
    return new Close(ONE, way);
  }
}
