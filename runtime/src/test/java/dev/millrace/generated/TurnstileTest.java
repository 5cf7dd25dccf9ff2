package dev.millrace.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.generated.Turnstile.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Workers who receive in turn, work at once and send in the order of what they received. */
@Timeout(300)
class TurnstileTest {

  private final Channel<Integer> input = Channel.buffered("input", 4);
  private final Channel<Integer> output = Channel.unlimited("output");
  private final Turnstile<Integer> turnstile = new Turnstile<>(input);

  /** A worker that passes every value on. */
  private Background<Boolean> worker() {
    return Background.run(
        () -> {
          Lane<Integer> lane = turnstile.enter();
          try {
            for (Integer value; (value = lane.receiveOrNull()) != null; ) {
              lane.awaitTurn();
              output.send(value);
              lane.passTurn();
            }
          } finally {
            turnstile.leave();
          }
        });
  }

  @Test
  void resultsComeInTheOrderOfTheValues() throws Exception {
    int count = 20_000;
    List<Background<Boolean>> workers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      workers.add(worker());
    }
    for (int i = 0; i < count; i++) {
      input.send(i);
    }
    input.close();
    for (Background<Boolean> worker : workers) {
      worker.join();
    }
    assertEquals(IntStream.range(0, count).boxed().toList(), output.closeNow());
  }

  @Test
  void severalWorkAtOnceAndTheLaterWaitsForItsTurn() throws Exception {
    CountDownLatch bothWork = new CountDownLatch(2);
    CountDownLatch firstMaySend = new CountDownLatch(1);
    List<Background<Boolean>> workers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      workers.add(
          Background.run(
              () -> {
                Lane<Integer> lane = turnstile.enter();
                int value = Objects.requireNonNull(lane.receiveOrNull());
                bothWork.countDown();
                bothWork.await();
                if (value == 1) {
                  firstMaySend.await();
                }
                lane.awaitTurn();
                output.send(value);
                lane.passTurn();
                turnstile.leave();
                if (value == 2) {
                  assertEquals(2, output.size(), "sent before an earlier value");
                }
              }));
    }
    input.send(1);
    input.send(2);
    bothWork.await();
    firstMaySend.countDown();
    for (Background<Boolean> worker : workers) {
      worker.join();
    }
    assertEquals(List.of(1, 2), output.closeNow());
  }

  @Test
  void whoEndsWithoutSendingHoldsNobodyUp() throws Exception {
    input.send(1);
    input.send(2);
    CountDownLatch received = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    Background<Boolean> failing =
        Background.run(
            () -> {
              turnstile.enter().receiveOrNull();
              received.countDown();
              mayEnd.await();
              turnstile.leave();
            });
    received.await();
    Background<Boolean> next = worker();
    Until.parked(next.thread());
    assertTrue(output.isEmpty());
    mayEnd.countDown();
    failing.join();
    input.close();
    next.join();
    assertEquals(List.of(2), output.closeNow());
  }

  @Test
  void whoIsInterruptedWhileItReceivesLetsTheNextOneReceive() throws Exception {
    Background<Boolean> first = worker();
    Until.parked(first.thread());
    Background<Boolean> second = worker();
    Until.parked(second.thread());
    first.thread().interrupt();
    assertThrows(InterruptedException.class, first::get);
    input.send(7);
    input.close();
    second.join();
    assertEquals(List.of(7), output.closeNow());
  }

  @Test
  void whoIsInterruptedInTheLineLeavesItWhole() throws Exception {
    Background<Boolean> first = worker();
    Until.parked(first.thread());
    Background<Boolean> second = worker();
    Until.parked(second.thread());
    Background<Boolean> third = worker();
    Until.parked(third.thread());
    second.thread().interrupt();
    assertThrows(InterruptedException.class, second::get);
    input.close();
    first.join();
    third.join();
    Until.holds("second has ended", () -> !second.thread().isAlive());
  }

  @Test
  void theEndIsToldToEveryWorker() throws Exception {
    input.close();
    Lane<Integer> lane = turnstile.enter();
    assertNull(lane.receiveOrNull());
    assertNull(lane.receiveOrNull());
    worker().join();
  }
}
