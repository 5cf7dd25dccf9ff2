package dev.millrace.examples.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.millrace.Received;
import dev.millrace.Receiver;
import dev.millrace.StartOptions;
import dev.millrace.annotation.Broadcast;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Case;
import dev.millrace.annotation.Close;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;
import dev.millrace.annotation.Workers;
import dev.millrace.examples.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Channels on which every consumer gets every value. */
@Timeout(60)
class BroadcastsTest {

  private static final List<Integer> NUMBERS = IntStream.rangeClosed(1, 1_000).boxed().toList();

  /** A fragment says so for the topologies that extend it. */
  @Broadcast("numbers")
  interface Numbers {
    @Producer("numbers")
    void put(int number) throws InterruptedException;

    @Close("numbers")
    void finish();
  }

  /** Each form of a consumer. */
  @Topology(stages = Watch.class)
  @Buffer(channel = "numbers", size = 4)
  interface Statistics extends Numbers {

    @Workers(3)
    @Consumer("numbers")
    @Producer("squares")
    default int square(int number) {
      return number * number;
    }

    @Consumer("squares")
    @Producer("squareSums")
    default long addSquares(Receiver<Integer> squares) {
      return squares.stream().mapToLong(Integer::longValue).sum();
    }

    @Consumer("squareSums")
    long sumOfSquares() throws InterruptedException;

    @Consumer("numbers")
    @Producer("sums")
    default int add(Receiver<Integer> numbers) {
      return numbers.stream().mapToInt(Integer::intValue).sum();
    }

    @Consumer("sums")
    int sum() throws InterruptedException;

    @Consumer("numbers")
    Receiver<Integer> left();

    @Consumer("numbers")
    Receiver<Integer> right();

    sealed interface Event {
      @Case("numbers")
      record Seen(int number) implements Event {}

      @Case(value = "numbers", closed = true)
      record Finished() implements Event {}
    }
  }

  /** An actor that is told of the end when it has seen every number. */
  static final class Watch {
    private final List<Integer> seen = new ArrayList<>();
    final CountDownLatch finished = new CountDownLatch(1);
    volatile List<Integer> all = List.of();

    @Select
    void on(Statistics.Event event) {
      switch (event) {
        case Statistics.Event.Seen(int number) -> seen.add(number);
        case Statistics.Event.Finished() -> {
          all = List.copyOf(seen);
          finished.countDown();
        }
      }
    }
  }

  @Test
  void everyKindOfConsumerGetsEveryValue() throws Exception {
    Watch watch = new Watch();
    try (var statistics = BroadcastsTest_StatisticsTopology.start(watch)) {
      FutureTask<List<Integer>> left = inThread(() -> statistics.left().stream().toList());
      FutureTask<List<Integer>> right = inThread(() -> statistics.right().stream().toList());
      for (int number : NUMBERS) {
        statistics.put(number);
      }
      statistics.finish();

      assertEquals(500_500, statistics.sum());
      assertEquals(333_833_500L, statistics.sumOfSquares());
      assertEquals(NUMBERS, left.get());
      assertEquals(NUMBERS, right.get());
      watch.finished.await();
      assertEquals(NUMBERS, watch.all);
      assertEquals(Map.of(), statistics.discarded());
    }
  }

  @Topology
  @Broadcast("prices")
  interface Market {
    @Producer("prices")
    boolean offer(int cents);

    @Producer("prices")
    void publish(int cents) throws InterruptedException;

    @Consumer("prices")
    Receiver<Integer> left();

    @Consumer("prices")
    Receiver<Integer> right();
  }

  @Test
  void anOfferIsAllOrNothing() throws Exception {
    try (var market = BroadcastsTest_MarketTopology.start()) {
      assertFalse(market.offer(1));
      var left = Waiting.in(() -> market.left().stream().toList());
      // One of two waits, and gets nothing either.
      assertFalse(market.offer(2));
      FutureTask<Void> publisher =
          inThread(
              () -> {
                market.publish(3);
                return null;
              });
      assertEquals(3, market.right().receive());
      publisher.get();
      market.stop();
      assertNull(market.right().receiveOrNull());
      assertEquals(List.of(3), left.result());
    }
  }

  /** The ports beside a stage are one subscriber, whichever of them is asked. */
  @Topology
  @Buffer(channel = "numbers", size = 4)
  interface Shared extends Numbers {
    @Consumer("numbers")
    Optional<Integer> next() throws InterruptedException;

    @Consumer("numbers")
    Received<Integer> poll();

    @Consumer("numbers")
    @Producer("sums")
    default int add(Receiver<Integer> numbers) {
      return numbers.stream().mapToInt(Integer::intValue).sum();
    }

    @Consumer("sums")
    int sum() throws InterruptedException;
  }

  @Test
  void portsBesideAStageShareWhatTheStageGetsWhole() throws Exception {
    try (var shared = BroadcastsTest_SharedTopology.start()) {
      for (int number = 1; number <= 4; number++) {
        shared.put(number);
      }
      shared.finish();
      assertEquals(Optional.of(1), shared.next());
      assertEquals(new Received.Value<>(2), shared.poll());
      assertEquals(Optional.of(3), shared.next());
      assertEquals(new Received.Value<>(4), shared.poll());
      assertEquals(Optional.empty(), shared.next());
      assertEquals(10, shared.sum());
    }
  }

  private static <T> FutureTask<T> inThread(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread.startVirtualThread(task);
    return task;
  }

  /** A stage that has had enough. */
  interface Impatient {
    @Consumer("numbers")
    void first(Receiver<Integer> numbers) throws InterruptedException;
  }

  @Topology(stages = Impatient.class)
  @Buffer(channel = "numbers", size = 2)
  interface Skipping extends Numbers {
    @Consumer("numbers")
    Optional<Integer> next() throws InterruptedException;
  }

  @Test
  void whoHasEndedIsSkippedAndWhatItMissedIsCounted() throws Exception {
    CountDownLatch mayEnd = new CountDownLatch(1);
    Impatient impatient =
        numbers -> {
          assertEquals(1, numbers.receive());
          mayEnd.await();
        };
    try (var skipping = BroadcastsTest_SkippingTopology.start(impatient)) {
      skipping.put(1);
      skipping.put(2);
      assertEquals(Optional.of(1), skipping.next());
      skipping.put(3);
      assertEquals(Optional.of(2), skipping.next());
      mayEnd.countDown();
      // There was no room before the stage had ended, which had still to get 2 and 3.
      skipping.put(4);
      skipping.finish();
      assertEquals(Optional.of(3), skipping.next());
      assertEquals(Optional.of(4), skipping.next());
      assertEquals(Optional.empty(), skipping.next());
      skipping.join();
      assertEquals(Map.of("numbers", 2L), skipping.discarded());
    }
  }

  /** Without a buffer a send waits for every consumer. */
  @Test
  void sizesCanBeChangedAtTheStart() throws Exception {
    CountDownLatch mayTake = new CountDownLatch(1);
    Impatient slow =
        numbers -> {
          mayTake.await();
          assertEquals(1, numbers.receive());
        };
    StartOptions options = StartOptions.defaults().buffer("numbers", 0);
    try (var skipping = BroadcastsTest_SkippingTopology.start(options, slow)) {
      FutureTask<Void> sender =
          inThread(
              () -> {
                skipping.put(1);
                return null;
              });
      assertEquals(Optional.of(1), skipping.next());
      assertFalse(sender.isDone());
      mayTake.countDown();
      sender.get();
      skipping.finish();
      assertEquals(Optional.empty(), skipping.next());
    }
  }
}
