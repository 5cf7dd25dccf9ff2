package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.Received;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Senders and subscribers at full speed, with interrupts, ends and closes at any moment. */
@ParameterizedClass
@MethodSource("kindsAndCapacities")
class BroadcastRaceTest extends ConcurrencyTest {

  private static final int SENDERS = 3;
  private static final int SUBSCRIBERS = 3;
  private static final int VALUES = 2_000;
  private static final int ROUNDS = 300;

  /** Short, so that time-outs race with transfers and interrupts too. */
  private static final Duration MOMENT = Duration.ofNanos(20_000);

  static Stream<Arguments> kindsAndCapacities() {
    return Stream.of(ThreadKind.values())
        .flatMap(kind -> Stream.of(0, 1, 2, 10).map(capacity -> Arguments.of(kind, capacity)));
  }

  private final ThreadKind kind;
  private final int capacity;
  private Broadcast<Integer> broadcast;
  private List<Subscription<Integer>> subscriptions;

  BroadcastRaceTest(ThreadKind kind, int capacity) {
    this.kind = kind;
    this.capacity = capacity;
    this.broadcast = Broadcast.create("prices", capacity);
    this.subscriptions = subscribers();
  }

  private void renew() {
    broadcast = Broadcast.create("prices", capacity);
    subscriptions = subscribers();
  }

  private List<Subscription<Integer>> subscribers() {
    return IntStream.range(0, SUBSCRIBERS).mapToObj(i -> broadcast.subscribe()).toList();
  }

  @AfterEach
  void nothingIsLeftBehind() throws Exception {
    joinAll();
    BroadcastProbe.assertInvariants(broadcast, subscriptions);
    BroadcastProbe.assertNobodyQueued(broadcast, subscriptions);
  }

  @Test
  void everybodyGetsTheSameInTheSameOrder() throws Exception {
    // Without a buffer, each value is some parks.
    int values = capacity == 0 ? VALUES / 4 : VALUES;
    List<TestThread<Boolean>> senders = new ArrayList<>();
    for (int sender = 0; sender < SENDERS; sender++) {
      int first = sender * values;
      senders.add(
          run(
              kind,
              () -> {
                for (int i = 0; i < values; i++) {
                  broadcast.send(first + i);
                }
              }));
    }
    List<TestThread<List<Integer>>> receivers = new ArrayList<>();
    for (Subscription<Integer> subscription : subscriptions) {
      receivers.add(call(kind, () -> subscription.stream().toList()));
    }
    var done = new AtomicBoolean();
    var watcher =
        run(
            ThreadKind.PLATFORM,
            () -> {
              while (!done.get()) {
                BroadcastProbe.assertInvariants(broadcast, subscriptions);
                assertTrue(broadcast.size() <= capacity);
                // It holds the lock as it looks, and must not keep it from the others.
                LockSupport.parkNanos(50_000);
              }
            });
    List<Integer> received;
    try {
      for (var sender : senders) {
        sender.join();
      }
      broadcast.close();
      received = receivers.get(0).join();
      for (var receiver : receivers) {
        assertEquals(received, receiver.join());
      }
    } finally {
      done.set(true);
    }
    watcher.join();
    assertInOrderBySender(received, values);
    assertEquals((long) SENDERS * values, received.stream().distinct().count());
  }

  private static void assertInOrderBySender(List<Integer> received, int perSender) {
    int[] last = new int[SENDERS];
    Arrays.fill(last, -1);
    for (int value : received) {
      int sender = value / perSender;
      assertTrue(value > last[sender], value + " came after " + last[sender]);
      last[sender] = value;
    }
  }

  /** Whatever is reported as sent reaches everybody, and nothing else does. */
  @Test
  void aSenderThatIsInterruptedSendsOrThrows() throws Exception {
    List<TestThread<List<Integer>>> receivers = new ArrayList<>();
    for (Subscription<Integer> subscription : subscriptions) {
      receivers.add(call(kind, () -> subscription.stream().toList()));
    }
    var done = new AtomicBoolean();
    TestThread<List<Integer>> sender =
        call(
            kind,
            () -> {
              List<Integer> sent = new ArrayList<>();
              for (int value = 0; value < VALUES; value++) {
                try {
                  if (value % 3 == 0) {
                    broadcast.send(value);
                    sent.add(value);
                  } else if (broadcast.trySend(value, MOMENT)) {
                    sent.add(value);
                  }
                } catch (InterruptedException expected) {
                  // It was not sent.
                }
              }
              return sent;
            });
    interruptUntil(done, sender);
    List<Integer> sent;
    try {
      sent = sender.join();
    } finally {
      done.set(true);
    }
    joinInterrupter();
    broadcast.close();
    for (var receiver : receivers) {
      assertEquals(sent, receiver.join());
    }
  }

  /** What was offered reaches everybody or nobody. */
  @Test
  void anOfferIsAllOrNothing() throws Exception {
    List<TestThread<List<Integer>>> receivers = new ArrayList<>();
    for (Subscription<Integer> subscription : subscriptions) {
      receivers.add(call(kind, () -> subscription.stream().toList()));
    }
    TestThread<List<Integer>> sender =
        call(
            kind,
            () -> {
              List<Integer> sent = new ArrayList<>();
              while (sent.size() < ROUNDS) {
                if (broadcast.trySend(sent.size())) {
                  sent.add(sent.size());
                } else {
                  // Without a buffer they must all come to wait, which a busy sender keeps them
                  // from.
                  LockSupport.parkNanos(1_000);
                }
              }
              return sent;
            });
    List<Integer> sent = sender.join();
    broadcast.close();
    for (var receiver : receivers) {
      assertEquals(sent, receiver.join());
    }
  }

  /** A receiver that is interrupted takes a value or throws. */
  @Test
  void aReceiverThatIsInterruptedLosesNothing() throws Exception {
    List<Integer> values = IntStream.range(0, VALUES).boxed().toList();
    run(
        kind,
        () -> {
          for (int value : values) {
            broadcast.send(value);
          }
          broadcast.close();
        });
    List<TestThread<List<Integer>>> receivers = new ArrayList<>();
    receivers.add(call(kind, () -> receiveInterrupted(subscriptions.get(0))));
    for (Subscription<Integer> subscription : subscriptions.subList(1, SUBSCRIBERS)) {
      receivers.add(call(kind, () -> subscription.stream().toList()));
    }
    var done = new AtomicBoolean();
    interruptUntil(done, receivers.get(0));
    try {
      for (var receiver : receivers) {
        assertEquals(values, receiver.join());
      }
    } finally {
      done.set(true);
    }
    joinInterrupter();
  }

  private static List<Integer> receiveInterrupted(Subscription<Integer> subscription) {
    List<Integer> received = new ArrayList<>();
    while (true) {
      try {
        switch (subscription.tryReceive(MOMENT)) {
          case Received.Value(Integer value) -> received.add(value);
          case Received.Nothing<Integer> nothing -> Thread.onSpinWait();
          case Received.Closed<Integer> closed -> {
            return received;
          }
        }
      } catch (InterruptedException expected) {
        // Nothing was taken.
      }
    }
  }

  private TestThread<Boolean> interrupter = run(ThreadKind.PLATFORM, () -> {});

  private void interruptUntil(AtomicBoolean done, TestThread<?> victim) {
    interrupter =
        run(
            ThreadKind.PLATFORM,
            () -> {
              Random random = new Random(42);
              while (!done.get()) {
                victim.interrupt();
                LockSupport.parkNanos(random.nextInt(100_000));
              }
            });
  }

  private void joinInterrupter() throws Exception {
    boolean unused = interrupter.join();
  }

  /** Senders never stay behind, whoever ends at whatever moment. */
  @Test
  void whoEndsAtAnyMomentReleasesTheSenders() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      renew();
      int ends = round % 40;
      var sender =
          run(
              kind,
              () -> {
                for (int value = 0; value < 40; value++) {
                  broadcast.send(value);
                }
                broadcast.close();
              });
      Subscription<Integer> leaving = subscriptions.get(0);
      run(
          kind,
          () -> {
            for (int value = 0; value < ends; value++) {
              assertEquals(value, leaving.receive());
            }
            broadcast.unsubscribe(leaving, null);
          });
      for (Subscription<Integer> staying : subscriptions.subList(1, SUBSCRIBERS)) {
        run(
            kind,
            () -> assertEquals(IntStream.range(0, 40).boxed().toList(), staying.stream().toList()));
      }
      boolean unused = sender.join();
      joinAll();
      nothingIsLeftBehind();
    }
  }

  /** A value was refused, or everybody gets it: closing comes before or after, never between. */
  @Test
  void aCloseAtAnyMomentRefusesOrDelivers() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      renew();
      TestThread<List<Integer>> sender =
          call(
              kind,
              () -> {
                List<Integer> sent = new ArrayList<>();
                try {
                  for (int value = 0; ; value++) {
                    broadcast.send(value);
                    sent.add(value);
                  }
                } catch (ChannelClosedException expected) {
                  return sent;
                }
              });
      List<TestThread<List<Integer>>> receivers = new ArrayList<>();
      for (Subscription<Integer> subscription : subscriptions) {
        receivers.add(call(kind, () -> subscription.stream().toList()));
      }
      LockSupport.parkNanos(round * 1_000L);
      broadcast.close();
      List<Integer> sent = sender.join();
      for (var receiver : receivers) {
        assertEquals(sent, receiver.join());
      }
      nothingIsLeftBehind();
    }
  }
}
