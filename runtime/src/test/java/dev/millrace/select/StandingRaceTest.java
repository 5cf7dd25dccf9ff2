package dev.millrace.select;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.PersistentSelector;
import dev.millrace.Received;
import dev.millrace.Selector;
import dev.millrace.harness.Campaign;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In volume: a select that announces its waits while others send, queue beside it, ask whether it
 * waits, and close. A wake-up that is lost makes these tests hang, and the limit of their threads
 * ends them.
 */
class StandingRaceTest extends ConcurrencyTest {

  private static final int FEW = 40_000;
  private static final int MANY = Campaign.share(4_000_000);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void valuesComeInOrder(int capacity) throws Exception {
    receiveInOrder(capacity, FEW);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  @Tag("campaign")
  void valuesComeInOrderInVolume(int capacity) throws Exception {
    receiveInOrder(capacity, MANY);
  }

  /** Senders that pause, so that the select waits again and again. */
  private void receiveInOrder(int capacity, int count) throws Exception {
    List<Channel<Integer>> channels =
        List.of(Channel.buffered(Math.max(1, capacity)), open(capacity));
    var arms = Selector.<Integer>fair();
    int[] last = new int[2];
    for (int i = 0; i < 2; i++) {
      int arm = i;
      arms.receive(
          channels.get(arm),
          value -> {
            assertEquals(++last[arm], value);
            return value;
          });
      run(ThreadKind.PLATFORM, () -> sendWithPauses(channels.get(arm), count));
    }
    PersistentSelector<Integer> selector = arms.persistent();
    run(
            ThreadKind.PLATFORM,
            () -> {
              for (int i = 0; i < 2 * count; i++) {
                selector.select();
              }
            })
        .join();
    assertEquals(List.of(count, count), List.of(last[0], last[1]));
  }

  private static void sendWithPauses(Channel<Integer> channel, int count)
      throws InterruptedException {
    for (int i = 1; i <= count; i++) {
      channel.send(i);
      for (int pause = i % 64; pause > 0; pause--) {
        Thread.onSpinWait();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void everythingIsReceivedOnceBesideOthers(int capacity) throws Exception {
    shareAll(capacity, FEW);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  @Tag("campaign")
  void everythingIsReceivedOnceBesideOthersInVolume(int capacity) throws Exception {
    shareAll(capacity, MANY);
  }

  /**
   * A select, a receiver that often gives up, and somebody who asks by a select over both channels
   * at once whether the first one waits.
   */
  private void shareAll(int capacity, int count) throws Exception {
    Channel<Integer> channel = open(capacity);
    Channel<Integer> full = Channel.rendezvous();
    var over = new AtomicBoolean();
    List<TestThread<Long>> receivers = new ArrayList<>();
    receivers.add(call(ThreadKind.VIRTUAL, () -> selectUntilClosed(channel)));
    receivers.add(call(ThreadKind.VIRTUAL, () -> receiveUntilClosed(channel)));
    var asking =
        call(
            ThreadKind.VIRTUAL,
            () -> {
              Selector<Long> offers =
                  Selector.<Long>fair()
                      .send(channel, () -> 1, () -> 1L)
                      .send(full, () -> 1, () -> -1L)
                      .otherwise(() -> 0L)
                      .build();
              long sent = 0;
              while (!over.get()) {
                sent += offers.select();
                LockSupport.parkNanos(1);
              }
              return sent;
            });
    for (int i = 1; i <= count; i++) {
      channel.send(1);
    }
    over.set(true);
    long sent = count + asking.join();
    channel.close();
    long received = 0;
    for (TestThread<Long> receiver : receivers) {
      received += receiver.join();
    }
    assertEquals(sent, received);
  }

  private static long selectUntilClosed(Channel<Integer> channel) throws InterruptedException {
    long received = 0;
    // No arm for the end: it would help out a select whose receiving arm was forgotten.
    try (PersistentSelector<Integer> selector =
        Selector.<Integer>fair().receive(channel, value -> value).persistent()) {
      while (true) {
        received += selector.select();
      }
    } catch (ChannelClosedException end) {
      return received;
    }
  }

  private static long receiveUntilClosed(Channel<Integer> channel) throws InterruptedException {
    long received = 0;
    while (true) {
      switch (channel.tryReceive(Duration.ofNanos(50_000))) {
        case Received.Value<Integer>(Integer value) -> received += value;
        case Received.Nothing<Integer>() -> {}
        case Received.Closed<Integer> closed -> {
          return received;
        }
      }
    }
  }

  private static Channel<Integer> open(int capacity) {
    return capacity == 0 ? Channel.rendezvous() : Channel.buffered(capacity);
  }
}
