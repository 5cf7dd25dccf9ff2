package dev.millrace.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.harness.Campaign;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import dev.millrace.internal.ArmRings;
import dev.millrace.internal.ChannelSelect;
import dev.millrace.internal.OneToOneChannel;
import dev.millrace.internal.Select;
import dev.millrace.internal.SelectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Several senders, one thread that selects, and whoever closes or interrupts them, in volume. */
@Timeout(900)
class RingSelectRaceTest extends ConcurrencyTest {

  private final List<OneToOneChannel<Integer>> rings = new ArrayList<>();

  static Stream<Arguments> rows() {
    return Stream.of(1, 2, 8)
        .flatMap(arms -> Stream.of(1, 3, 16).map(capacity -> List.of(arms, capacity)))
        .flatMap(
            row ->
                Stream.of(ThreadKind.values())
                    .flatMap(
                        kind ->
                            Stream.of(true, false)
                                .map(fair -> Arguments.of(row.get(0), row.get(1), kind, fair))));
  }

  private Select select(int arms, int capacity, boolean fair) {
    rings.clear();
    var made = new ArmRings();
    var builder = new SelectBuilder(fair);
    for (int i = 0; i < arms; i++) {
      OneToOneChannel<Integer> ring = made.add("c" + i, capacity);
      rings.add(ring);
      builder.addReceive(ring);
    }
    return builder.buildAny();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everythingComesOnceAndInOrder(int arms, int capacity, ThreadKind kind, boolean fair)
      throws Exception {
    exchange(arms, capacity, kind, fair, 4_000);
  }

  @Tag("campaign")
  @ParameterizedTest
  @MethodSource("rows")
  void everythingComesOnceAndInOrderInVolume(int arms, int capacity, ThreadKind kind, boolean fair)
      throws Exception {
    exchange(arms, capacity, kind, fair, Campaign.share(500_000));
  }

  private void exchange(int arms, int capacity, ThreadKind kind, boolean fair, int each)
      throws Exception {
    Select select = select(arms, capacity, fair);
    for (OneToOneChannel<Integer> ring : rings) {
      run(
          kind,
          () -> {
            for (int i = 0; i < each; i++) {
              ring.send(i);
            }
            ring.close();
          });
    }
    var receiver =
        call(
            kind,
            () -> {
              int[] counts = new int[arms];
              for (int arm; (arm = select.await()) != ChannelSelect.ALL_OVER; ) {
                assertEquals(counts[arm]++, select.takeValue(arm));
              }
              return counts;
            });
    for (int count : receiver.join()) {
      assertEquals(each, count);
    }
  }

  /** Bursts, and then nothing until all of them has arrived: no send comes to the rescue. */
  @ParameterizedTest
  @MethodSource("rows")
  void theLastValueBeforeASilenceArrives(int arms, int capacity, ThreadKind kind, boolean fair)
      throws Exception {
    Select select = select(arms, capacity, fair);
    var answers = OneToOneChannel.<Integer>create("answers", 1);
    var echo =
        run(
            kind,
            () -> {
              int count = 0;
              for (int arm; (arm = select.await()) != ChannelSelect.ALL_OVER; ) {
                count++;
                if ((int) select.takeValue(arm) < 0) {
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
              for (int round = 0; round < 300; round++) {
                var ring = rings.get(random.nextInt(arms));
                int burst = random.nextInt(2 * capacity + 2);
                for (int i = 0; i < burst; i++) {
                  ring.send(i);
                }
                ring.send(-1);
                assertEquals(burst + 1, answers.receive());
              }
              rings.forEach(OneToOneChannel::close);
            });
    assertTrue(bursts.join());
    assertTrue(echo.join());
  }

  /** A value that was sent when one of a higher priority was there does not overtake it. */
  @ParameterizedTest
  @MethodSource("rows")
  void nothingOvertakesWhatIsMoreImportant(int arms, int capacity, ThreadKind kind, boolean fair)
      throws Exception {
    Select select = select(arms + 1, capacity, false);
    int rounds = 3_000;
    var sender =
        run(
            kind,
            () -> {
              for (int i = 0; i < rounds; i++) {
                // One thread for all of them, so all sends are in order.
                for (OneToOneChannel<Integer> ring : rings) {
                  ring.send(i);
                }
              }
              rings.forEach(OneToOneChannel::close);
            });
    int[] counts = new int[arms + 1];
    for (int arm; (arm = select.await()) != ChannelSelect.ALL_OVER; ) {
      assertEquals(counts[arm]++, select.takeValue(arm));
      for (int before = 0; before < arm; before++) {
        assertTrue(counts[before] >= counts[arm], arm + " has overtaken " + before);
      }
    }
    assertTrue(sender.join());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anInterruptedOperationHasNotHappened(int arms, int capacity, ThreadKind kind, boolean fair)
      throws Exception {
    Select select = select(arms, capacity, fair);
    List<TestThread<List<Integer>>> senders = new ArrayList<>();
    for (OneToOneChannel<Integer> ring : rings) {
      senders.add(
          call(
              kind,
              () -> {
                List<Integer> sent = new ArrayList<>();
                for (int i = 0; i < 1_000; i++) {
                  try {
                    ring.send(i);
                    sent.add(i);
                  } catch (InterruptedException e) {
                    // Then it was not sent.
                  }
                }
                ring.close();
                return sent;
              }));
    }
    var receiver = call(kind, () -> receiveAll(select));
    var random = new Random(capacity);
    while (receiver.isAlive()) {
      senders.get(random.nextInt(arms)).interrupt();
      pause(random, 2_000);
      receiver.interrupt();
      pause(random, 2_000);
    }
    List<List<Integer>> received = receiver.join();
    for (int arm = 0; arm < arms; arm++) {
      assertEquals(senders.get(arm).join(), received.get(arm));
    }
  }

  /** Somebody else closes, as a run does when it is stopped, fails or is cancelled. */
  @ParameterizedTest
  @MethodSource("rows")
  void everyValueIsReceivedOrDiscarded(int arms, int capacity, ThreadKind kind, boolean fair)
      throws Exception {
    var random = new Random(capacity);
    for (int round = 0; round < 20; round++) {
      Select select = select(arms, capacity, fair);
      List<TestThread<Integer>> senders = new ArrayList<>();
      rings.forEach(ring -> senders.add(call(kind, () -> sendUntilRefused(ring))));
      var receiver =
          call(
              kind,
              () -> {
                List<List<Integer>> received = receiveAll(select);
                rings.forEach(OneToOneChannel::closeNow);
                return received;
              });
      pause(random, 20_000);
      for (OneToOneChannel<Integer> ring : rings) {
        if (round % 2 == 0) {
          ring.close();
        } else {
          ring.cutOff(new IllegalStateException("broken"));
        }
      }
      List<List<Integer>> received = receiver.join();
      for (int arm = 0; arm < arms; arm++) {
        int tried = senders.get(arm).join();
        assertEquals(tried, received.get(arm).size() + rings.get(arm).discarded());
      }
      joinAll();
    }
  }

  /** How many it tried, the one that was refused included. */
  private static int sendUntilRefused(OneToOneChannel<Integer> ring) throws InterruptedException {
    int value = 0;
    while (true) {
      try {
        ring.send(value++);
      } catch (ChannelClosedException e) {
        return value;
      }
    }
  }

  private List<List<Integer>> receiveAll(Select select) {
    List<List<Integer>> received = new ArrayList<>();
    rings.forEach(ring -> received.add(new ArrayList<>()));
    while (true) {
      try {
        int arm = select.await();
        if (arm == ChannelSelect.ALL_OVER) {
          return received;
        }
        int value = (int) select.takeValue(arm);
        List<Integer> before = received.get(arm);
        assertTrue(before.isEmpty() || before.getLast() < value);
        before.add(value);
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
