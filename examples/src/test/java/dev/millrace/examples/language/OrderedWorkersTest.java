package dev.millrace.examples.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.Receiver;
import dev.millrace.RunningTopology;
import dev.millrace.StartOptions;
import dev.millrace.TopologyFailedException;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Close;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Topology;
import dev.millrace.annotation.Workers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several workers whose results leave in the order in which their values came. */
@Timeout(300)
class OrderedWorkersTest {

  private static final int VOLUME = 20_000;

  /** Takes as long as it likes: not at all, a moment, or until others have run. */
  private static void work() {
    switch (ThreadLocalRandom.current().nextInt(4)) {
      case 0 -> LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(50_000));
      case 1 -> LockSupport.parkNanos(1);
      default -> {}
    }
  }

  @Topology
  @Buffer(channel = "singles", size = 8)
  interface Numbers {

    @Producer("numbers")
    default Stream<Integer> numbers() {
      return IntStream.range(0, VOLUME).boxed();
    }

    @Workers(value = 8, ordered = true)
    @Consumer("numbers")
    @Producer("singles")
    default int one(int number) {
      work();
      return number;
    }

    @Workers(value = 8, ordered = true)
    @Consumer("singles")
    @Producer("evens")
    default Optional<Integer> even(int number) {
      work();
      return number % 2 == 0 ? Optional.of(number) : Optional.empty();
    }

    @Workers(value = 8, ordered = true)
    @Consumer("evens")
    @Producer("pairs")
    default Stream<Integer> pair(int even) {
      work();
      return even % 4 == 0 ? Stream.of(even, even + 1) : Stream.of();
    }

    @Consumer("pairs")
    Optional<Integer> next() throws InterruptedException;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 64})
  void everyResultComesInOrder(int workers) throws Exception {
    List<Integer> results = new ArrayList<>();
    var options =
        StartOptions.defaults()
            .workers("one", workers)
            .workers("even", workers)
            .workers("pair", workers);
    try (var numbers = OrderedWorkersTest_NumbersTopology.start(options)) {
      for (var next = numbers.next(); next.isPresent(); next = numbers.next()) {
        results.add(next.get());
      }
    }
    List<Integer> expected =
        IntStream.range(0, VOLUME)
            .filter(number -> number % 4 == 0)
            .boxed()
            .flatMap(number -> Stream.of(number, number + 1))
            .toList();
    assertEquals(expected, results);
  }

  /** What the workers do is up to the test. */
  interface Step {
    @Workers(value = 3, ordered = true)
    @Consumer("values")
    @Producer("results")
    Optional<Integer> handle(int value) throws InterruptedException;
  }

  @Topology(stages = Step.class)
  interface Steps {

    @Producer("values")
    void put(int value) throws InterruptedException;

    @Close("values")
    void finish();

    @Consumer("results")
    Optional<Integer> next() throws InterruptedException;
  }

  /** A value that takes until it is let go. */
  private static final class Gates {
    final AtomicInteger inFlight = new AtomicInteger();
    final Map<Integer, CountDownLatch> gates =
        Map.of(0, new CountDownLatch(1), 1, new CountDownLatch(1), 2, new CountDownLatch(1));

    void pass(int value) throws InterruptedException {
      inFlight.incrementAndGet();
      var gate = gates.get(value);
      if (gate != null) {
        gate.await();
      }
    }

    void open(int value) {
      Objects.requireNonNull(gates.get(value)).countDown();
    }
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      if (Thread.interrupted()) {
        throw new InterruptedException("The time of the test is over.");
      }
      LockSupport.parkNanos(100_000);
    }
  }

  private static List<String> activities(RunningTopology topology) {
    return topology.snapshot().stages().stream().map(stage -> stage.activity()).sorted().toList();
  }

  @Test
  void earlyResultsWaitForTheirTurnAndNoMoreThanTheWorkersAreInFlight() throws Exception {
    var gates = new Gates();
    try (var steps =
        OrderedWorkersTest_StepsTopology.start(
            value -> {
              gates.pass(value);
              return Optional.of(value);
            })) {
      for (int value = 0; value < 3; value++) {
        steps.put(value);
      }
      gates.open(2);
      gates.open(1);
      var waiting = List.of("running", "waiting for its turn", "waiting for its turn");
      until(() -> activities(steps).equals(waiting));
      assertEquals(3, gates.inFlight.get());
      gates.open(0);
      for (int value = 0; value < 3; value++) {
        assertEquals(Optional.of(value), steps.next());
      }
      var idle =
          List.of(
              "waiting to receive from \"values\"",
              "waiting to receive from \"values\"",
              "waiting to receive from \"values\"");
      until(() -> activities(steps).equals(idle));
      steps.finish();
      assertEquals(Optional.empty(), steps.next());
    }
  }

  @Test
  void aFailureInTheMiddleLetsNothingPastIt() throws Exception {
    var gates = new Gates();
    var boom = new IllegalStateException("boom");
    var steps =
        OrderedWorkersTest_StepsTopology.start(
            value -> {
              gates.pass(value);
              if (value == 1) {
                throw boom;
              }
              return Optional.of(value);
            });
    for (int value = 0; value < 3; value++) {
      steps.put(value);
    }
    gates.open(0);
    assertEquals(Optional.of(0), steps.next());
    gates.open(2);
    until(() -> activities(steps).contains("waiting for its turn"));
    gates.open(1);
    assertSame(boom, assertThrows(ChannelClosedException.class, steps::next).getCause());
    assertSame(boom, assertThrows(TopologyFailedException.class, steps::join).getCause());
    assertThrows(TopologyFailedException.class, steps::close);
  }

  @Test
  void cancellingWakesThoseWhoWaitForTheirTurn() throws Exception {
    var gates = new Gates();
    var steps =
        OrderedWorkersTest_StepsTopology.start(
            value -> {
              gates.pass(value);
              return Optional.of(value);
            });
    steps.put(0);
    steps.put(1);
    gates.open(1);
    until(() -> activities(steps).contains("waiting for its turn"));
    steps.cancel();
    steps.join();
    assertTrue(activities(steps).stream().allMatch("ended"::equals));
  }

  @Test
  void closingCancelsWhoWaitForATurnThatCannotCome() throws Exception {
    var options = StartOptions.defaults().gracePeriod(Duration.ofMillis(20));
    var steps = OrderedWorkersTest_StepsTopology.start(options, Optional::of);
    for (int value = 0; value < 3; value++) {
      steps.put(value);
    }
    // Nobody takes the first result.
    var stuck =
        List.of("waiting for its turn", "waiting for its turn", "waiting to send on \"results\"");
    until(() -> activities(steps).equals(stuck));
    steps.close();
    assertTrue(activities(steps).stream().allMatch("ended"::equals));
  }

  @Topology
  interface Head {

    @Producer("values")
    default Stream<Integer> values() {
      return IntStream.range(0, 100).boxed();
    }

    @Workers(value = 4, ordered = true)
    @Consumer("values")
    @Producer("results")
    default int handle(int value) {
      return value;
    }

    /** Ends early: nobody receives any more, and the workers are refused one after the other. */
    default void first(@Consumer("results") Receiver<Integer> results) throws InterruptedException {
      assertEquals(0, results.receive());
    }
  }

  @Test
  void workersThatAreRefusedLetTheNextOnesBeRefusedToo() throws Exception {
    var head = OrderedWorkersTest_HeadTopology.start();
    head.join();
    assertFalse(head.discarded().isEmpty());
    head.close();
  }
}
