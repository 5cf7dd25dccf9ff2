package dev.millrace.races;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.Received;
import dev.millrace.Selector;
import dev.millrace.harness.Campaign;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import dev.millrace.internal.ChannelProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A channel is closed while every form of send and receive goes on and threads are interrupted.
 * Every value is delivered (received, or returned by {@code closeNow}) or refused: never both,
 * never neither.
 */
@Timeout(900)
class CloseRaceTest extends ConcurrencyTest {

  enum Closing {
    CLOSE,
    CLOSE_WITH_CAUSE,
    CLOSE_NOW
  }

  private static final Duration MOMENT = Duration.ofNanos(20_000);
  private static final int PEERS = 2;

  /** Who would send for ever into a channel without a limit stops here; most never get so far. */
  private static final int MOST = 100_000;

  static Stream<Arguments> rows() {
    return Stream.of(Closing.values())
        .flatMap(
            closing ->
                Stream.of(ThreadKind.values())
                    .flatMap(
                        kind ->
                            Stream.of(0, 1, 10, Integer.MAX_VALUE)
                                .map(capacity -> Arguments.of(closing, kind, capacity))));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyValueIsDeliveredOrRefused(Closing closing, ThreadKind kind, int capacity)
      throws Exception {
    race(closing, kind, capacity, 30);
  }

  @Tag("campaign")
  @ParameterizedTest
  @MethodSource("rows")
  void everyValueIsDeliveredOrRefusedInVolume(Closing closing, ThreadKind kind, int capacity)
      throws Exception {
    race(closing, kind, capacity, Campaign.share(30_000));
  }

  private void race(Closing closing, ThreadKind kind, int capacity, int rounds) throws Exception {
    var random = new Random(capacity);
    for (int round = 0; round < rounds; round++) {
      Channel<Integer> channel = channel(capacity, round % 2 == 0);
      List<TestThread<List<Integer>>> senders = new ArrayList<>();
      List<TestThread<List<Integer>>> receivers = new ArrayList<>();
      for (int peer = 0; peer < PEERS; peer++) {
        int first = peer * MOST;
        int form = round + peer;
        senders.add(call(kind, () -> sendUntilClosed(channel, first, form)));
        receivers.add(call(kind, () -> receiveUntilClosed(channel, form)));
      }
      pause(random);
      senders.getFirst().interrupt();
      receivers.getFirst().interrupt();
      pause(random);
      List<Integer> delivered = new ArrayList<>(close(channel, closing));
      List<Integer> sent = new ArrayList<>();
      for (int peer = 0; peer < PEERS; peer++) {
        sent.addAll(senders.get(peer).join());
        delivered.addAll(receivers.get(peer).join());
      }
      Collections.sort(sent);
      Collections.sort(delivered);
      assertEquals(sent, delivered);
      ChannelProbe.assertNobodyQueued(channel);
      joinAll();
    }
  }

  private static Channel<Integer> channel(int capacity, boolean spinning) {
    Channel<Integer> channel = Channel.buffered(capacity);
    return spinning ? ChannelProbe.spinning(channel) : channel;
  }

  private static void pause(Random random) {
    for (int spins = random.nextInt(20_000); spins > 0; spins--) {
      Thread.onSpinWait();
    }
  }

  private static List<Integer> close(Channel<Integer> channel, Closing closing) {
    switch (closing) {
      case CLOSE -> channel.close();
      case CLOSE_WITH_CAUSE -> channel.close(new IllegalStateException("broken"));
      case CLOSE_NOW -> {
        return channel.closeNow();
      }
    }
    return List.of();
  }

  /** Returns what was sent; whatever else it tried was refused, and it was told so. */
  private static List<Integer> sendUntilClosed(Channel<Integer> channel, int first, int form) {
    List<Integer> sent = new ArrayList<>();
    int value = first;
    while (true) {
      try {
        if (value == first + MOST) {
          awaitClose(channel);
        }
        value++;
        if (send(channel, value, form + value)) {
          sent.add(value);
        }
      } catch (InterruptedException e) {
        // It was not sent; go on with the next one.
      } catch (ChannelClosedException e) {
        return sent;
      }
    }
  }

  private static void awaitClose(Channel<Integer> channel) {
    while (!channel.isClosed()) {
      LockSupport.parkNanos(50_000);
      // Who is interrupted does not park.
      boolean unused = Thread.interrupted();
    }
  }

  private static boolean send(Channel<Integer> channel, int value, int form)
      throws InterruptedException {
    return switch (form % 4) {
      case 0 -> {
        channel.send(value);
        yield true;
      }
      case 1 -> channel.trySend(value);
      case 2 -> channel.trySend(value, MOMENT);
      default ->
          Selector.<Boolean>fair()
              .send(channel, () -> value, () -> true)
              .receive(Channel.<Boolean>rendezvous(), never -> never)
              .build()
              .select();
    };
  }

  private static List<Integer> receiveUntilClosed(Channel<Integer> channel, int form) {
    List<Integer> received = new ArrayList<>();
    for (int next = form; ; next++) {
      try {
        Received<Integer> outcome = receive(channel, next);
        if (outcome instanceof Received.Value(Integer value)) {
          received.add(value);
        } else if (outcome instanceof Received.Closed<Integer>) {
          return received;
        }
      } catch (InterruptedException e) {
        // Nothing was received; go on.
      } catch (ChannelClosedException e) {
        return received;
      }
    }
  }

  private static Received<Integer> receive(Channel<Integer> channel, int form)
      throws InterruptedException {
    return switch (form % 4) {
      case 0 -> new Received.Value<>(channel.receive());
      case 1 -> channel.tryReceive();
      case 2 -> channel.tryReceive(MOMENT);
      default ->
          Selector.<Received<Integer>>fair()
              .receive(channel, Received.Value::new)
              .closed(channel, () -> new Received.Closed<>(null))
              .build()
              .select();
    };
  }
}
