package dev.millrace.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.harness.Campaign;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.Polling;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import dev.millrace.internal.OneToOneChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One sender, one receiver, and whoever closes or interrupts them, in volume. */
@Timeout(900)
class OneToOneRaceTest extends ConcurrencyTest {

  static Stream<Arguments> rows() {
    return Stream.of(0, 1, 2, 10, 16, 100, 512)
        .flatMap(
            capacity -> Stream.of(ThreadKind.values()).map(kind -> Arguments.of(capacity, kind)));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everythingComesOnceAndInOrder(int capacity, ThreadKind kind) throws Exception {
    exchange(capacity, kind, 20_000);
  }

  @Tag("campaign")
  @ParameterizedTest
  @MethodSource("rows")
  void everythingComesOnceAndInOrderInVolume(int capacity, ThreadKind kind) throws Exception {
    exchange(capacity, kind, Campaign.share(5_000_000));
  }

  /** Both threads on one carrier, because others keep the rest: who spins keeps the peer away. */
  @ParameterizedTest
  @MethodSource("rows")
  void everythingComesWhereBothShareOneCarrier(int capacity, ThreadKind kind) throws Exception {
    var done = new AtomicBoolean();
    var holding = new AtomicInteger();
    int others = Runtime.getRuntime().availableProcessors() - 1;
    for (int i = 0; i < others; i++) {
      run(
          ThreadKind.VIRTUAL,
          () -> {
            holding.incrementAndGet();
            while (!done.get() && !Thread.currentThread().isInterrupted()) {
              Thread.onSpinWait();
            }
          });
    }
    try {
      Polling.until("the others are held", () -> holding.get() == others);
      exchange(capacity, kind, 20_000);
    } finally {
      done.set(true);
    }
  }

  private void exchange(int capacity, ThreadKind kind, int count) throws Exception {
    var channel = OneToOneChannel.<Integer>create("c", capacity);
    var sender =
        run(
            kind,
            () -> {
              for (int i = 0; i < count; i++) {
                channel.send(i);
              }
              channel.close();
            });
    var receiver =
        call(
            kind,
            () -> {
              int expected = 0;
              for (Integer value; (value = channel.receiveOrNull()) != null; expected++) {
                assertEquals(expected, value);
              }
              return expected;
            });
    var polling = new Polling();
    while (receiver.isAlive()) {
      int size = channel.size();
      assertTrue(size >= 0 && size <= capacity, "size " + size);
      polling.pause();
    }
    assertEquals(count, receiver.join());
    assertTrue(sender.join());
    assertEquals(0, channel.size());
  }

  /** Bursts, and then nothing until all of them has arrived: no send comes to the rescue. */
  @ParameterizedTest
  @MethodSource("rows")
  void theLastValueBeforeASilenceArrives(int capacity, ThreadKind kind) throws Exception {
    silences(capacity, kind, 500);
  }

  @Tag("campaign")
  @ParameterizedTest
  @MethodSource("rows")
  void theLastValueBeforeASilenceArrivesInVolume(int capacity, ThreadKind kind) throws Exception {
    for (int i = 0; i < Campaign.share(600); i++) {
      silences(capacity, kind, 500);
      joinAll();
    }
  }

  private void silences(int capacity, ThreadKind kind, int rounds) throws Exception {
    var channel = OneToOneChannel.<Integer>create("there", capacity);
    var answers = OneToOneChannel.<Integer>create("back", 1);
    var echo =
        run(
            kind,
            () -> {
              int count = 0;
              for (Integer value; (value = channel.receiveOrNull()) != null; ) {
                count++;
                if (value < 0) {
                  answers.send(count);
                  count = 0;
                }
              }
            });
    var bursts =
        run(
            kind,
            () -> {
              var random = new Random(capacity);
              for (int round = 0; round < rounds; round++) {
                int burst = random.nextInt(2 * capacity + 2);
                for (int i = 0; i < burst; i++) {
                  channel.send(i);
                }
                channel.send(-1);
                assertEquals(burst + 1, answers.receive());
              }
              channel.close();
            });
    assertTrue(bursts.join());
    assertTrue(echo.join());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anInterruptedOperationHasNotHappened(int capacity, ThreadKind kind) throws Exception {
    interrupt(capacity, kind, 3_000);
  }

  @Tag("campaign")
  @ParameterizedTest
  @MethodSource("rows")
  void anInterruptedOperationHasNotHappenedInVolume(int capacity, ThreadKind kind)
      throws Exception {
    interrupt(capacity, kind, Campaign.share(300_000));
  }

  private void interrupt(int capacity, ThreadKind kind, int count) throws Exception {
    var channel = OneToOneChannel.<Integer>create("c", capacity);
    TestThread<List<Integer>> sender =
        call(
            kind,
            () -> {
              List<Integer> sent = new ArrayList<>();
              for (int i = 0; i < count; i++) {
                try {
                  channel.send(i);
                  sent.add(i);
                } catch (InterruptedException e) {
                  // Then it was not sent.
                }
              }
              channel.close();
              return sent;
            });
    TestThread<List<Integer>> receiver = call(kind, () -> receiveAll(channel));
    var random = new Random(capacity);
    while (sender.isAlive() || receiver.isAlive()) {
      sender.interrupt();
      pause(random, 2_000);
      receiver.interrupt();
      pause(random, 2_000);
    }
    assertEquals(sender.join(), receiver.join());
  }

  /** Somebody else closes, as a run does when it is stopped, fails or is cancelled. */
  @ParameterizedTest
  @MethodSource("rows")
  void everyValueIsReceivedOrDiscarded(int capacity, ThreadKind kind) throws Exception {
    close(capacity, kind, 60);
  }

  @Tag("campaign")
  @ParameterizedTest
  @MethodSource("rows")
  void everyValueIsReceivedOrDiscardedInVolume(int capacity, ThreadKind kind) throws Exception {
    close(capacity, kind, Campaign.share(30_000));
  }

  private void close(int capacity, ThreadKind kind, int rounds) throws Exception {
    var random = new Random(capacity);
    for (int round = 0; round < rounds; round++) {
      var channel = OneToOneChannel.<Integer>create("c", capacity);
      TestThread<Integer> sender = call(kind, () -> sendUntilRefused(channel));
      TestThread<List<Integer>> receiver =
          call(
              kind,
              () -> {
                List<Integer> received = receiveAll(channel);
                channel.closeNow();
                return received;
              });
      pause(random, 20_000);
      if (round % 2 == 0) {
        channel.close();
      } else {
        channel.cutOff(round % 4 == 1 ? null : new IllegalStateException("broken"));
      }
      int tried = sender.join();
      List<Integer> received = receiver.join();
      for (int i = 0; i < received.size(); i++) {
        assertEquals(i, received.get(i));
      }
      assertEquals(tried, received.size() + channel.discarded());
      joinAll();
    }
  }

  /** How many it tried, the one that was refused included. */
  private static int sendUntilRefused(OneToOneChannel<Integer> channel)
      throws InterruptedException {
    int value = 0;
    while (true) {
      try {
        channel.send(value++);
      } catch (ChannelClosedException e) {
        return value;
      }
    }
  }

  private static List<Integer> receiveAll(OneToOneChannel<Integer> channel) {
    List<Integer> received = new ArrayList<>();
    while (true) {
      try {
        Integer value = channel.receiveOrNull();
        if (value == null) {
          return received;
        }
        received.add(value);
      } catch (InterruptedException e) {
        // Then nothing was received.
      } catch (ChannelClosedException e) {
        return received;
      }
    }
  }

  private static void pause(Random random, int most) {
    for (int spins = random.nextInt(most); spins > 0; spins--) {
      Thread.onSpinWait();
    }
  }
}
