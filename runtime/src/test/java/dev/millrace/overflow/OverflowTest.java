package dev.millrace.overflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.Overflow;
import dev.millrace.Received;
import dev.millrace.Selector;
import dev.millrace.StartOptions;
import dev.millrace.generated.TopologyRun;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Channels that drop values instead of letting their senders wait. */
final class OverflowTest extends ConcurrencyTest {

  /** The dropping channels of capacity 1, which the policies share, by what they lose. */
  enum Policy {
    OLDEST {
      @Override
      <T> Channel<T> holdingOne(Consumer<? super T> onDrop) {
        return Channel.dropOldest("c", 1, onDrop);
      }
    },
    NEWEST {
      @Override
      <T> Channel<T> holdingOne(Consumer<? super T> onDrop) {
        return Channel.dropNewest("c", 1, onDrop);
      }
    },
    LATEST {
      @Override
      <T> Channel<T> holdingOne(Consumer<? super T> onDrop) {
        return Channel.keepLatest("c", onDrop);
      }
    };

    abstract <T> Channel<T> holdingOne(Consumer<? super T> onDrop);

    int kept(int first, int second) {
      return this == NEWEST ? first : second;
    }

    int lost(int first, int second) {
      return this == NEWEST ? second : first;
    }
  }

  private final List<Integer> lost = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 100})
  void dropOldestKeepsTheLastValuesInOrder(int capacity) throws InterruptedException {
    Channel<Integer> channel = Channel.dropOldest("recent", capacity, lost::add);
    for (int i = 0; i < 3 * capacity; i++) {
      channel.send(i);
    }
    assertTrue(channel.isFull());
    assertEquals(2L * capacity, channel.dropped());
    assertEquals(numbers(0, 2 * capacity), lost);
    channel.close();
    assertEquals(numbers(2 * capacity, 3 * capacity), channel.stream().toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 100})
  void dropNewestKeepsTheFirstValuesInOrder(int capacity) throws InterruptedException {
    Channel<Integer> channel = Channel.dropNewest("first", capacity, lost::add);
    for (int i = 0; i < 3 * capacity; i++) {
      channel.send(i);
    }
    assertTrue(channel.isFull());
    assertEquals(2L * capacity, channel.dropped());
    assertEquals(numbers(capacity, 3 * capacity), lost);
    channel.close();
    assertEquals(numbers(0, capacity), channel.stream().toList());
  }

  @Test
  void keepLatestHoldsOneValue() throws InterruptedException {
    Channel<Integer> channel = Channel.keepLatest("latest", lost::add);
    assertEquals(1, channel.capacity());
    channel.send(1);
    channel.send(2);
    channel.send(3);
    assertEquals(1, channel.size());
    assertEquals(3, channel.receive());
    assertEquals(List.of(1, 2), lost);
    assertTrue(channel.isEmpty());
  }

  private static List<Integer> numbers(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  static Stream<Channel<Integer>> withoutNameOrHook() {
    return Stream.of(
        Channel.dropOldest(1),
        Channel.dropOldest("channel", 1),
        Channel.dropNewest(1),
        Channel.dropNewest("channel", 1),
        Channel.keepLatest(),
        Channel.keepLatest("channel"));
  }

  @ParameterizedTest
  @MethodSource("withoutNameOrHook")
  void nameAndHookMayBeLeftOut(Channel<Integer> channel) throws InterruptedException {
    assertEquals("channel", channel.name());
    channel.send(1);
    channel.send(2);
    assertEquals(1, channel.dropped());
  }

  @ParameterizedTest
  @EnumSource
  void everyFormOfSendingAlwaysAccepts(Policy policy) throws InterruptedException {
    Channel<Integer> channel = policy.holdingOne(lost::add);
    channel.send(0);
    assertTrue(channel.trySend(1));
    assertTrue(channel.trySend(2, Duration.ZERO));
    assertTrue(channel.trySend(3, Duration.ofDays(1)));
    channel.sendNow(4);
    channel.send(5);
    assertEquals(5, channel.dropped());
    assertEquals(policy.kept(0, 5), channel.receive());
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptedThreadCanSend(Policy policy) throws InterruptedException {
    Channel<Integer> channel = policy.holdingOne(lost::add);
    Thread.currentThread().interrupt();
    channel.send(1);
    channel.send(2);
    assertTrue(Thread.interrupted(), "the flag stays set");
    assertEquals(List.of(policy.lost(1, 2)), lost);
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsDroppedWhileSomebodyWaits(Policy policy) throws Exception {
    Channel<Integer> channel = policy.holdingOne(lost::add);
    TestThread<Integer> receiver = call(ThreadKind.VIRTUAL, channel::receive).awaitParked();
    channel.send(1);
    channel.send(2);
    assertEquals(1, receiver.join());
    assertEquals(0, channel.dropped());
    assertEquals(2, channel.receive());
  }

  @ParameterizedTest
  @EnumSource
  void aSendArmIsAlwaysReadyAndTellsWhatItCost(Policy policy) throws InterruptedException {
    Channel<Integer> channel = policy.holdingOne(lost::add);
    channel.send(1);
    Selector<String> selector =
        Selector.<String>fair()
            .send(channel, () -> 2, () -> "sent")
            .otherwise(() -> "default")
            .build();
    assertEquals("sent", selector.select());
    assertEquals(List.of(policy.lost(1, 2)), lost);
    assertEquals(policy.kept(1, 2), channel.receive());
  }

  @ParameterizedTest
  @EnumSource
  void anArmThatDidNotHappenDropsNothing(Policy policy) throws InterruptedException {
    Channel<Integer> dropping = policy.holdingOne(lost::add);
    dropping.send(1);
    Channel<Integer> first = Channel.buffered(1);
    first.send(7);
    Selector<Integer> selector =
        Selector.<Integer>prioritised()
            .receive(first, value -> value)
            .send(dropping, () -> 2, () -> 0)
            .build();
    assertEquals(7, selector.select());
    assertEquals(0, dropping.dropped());
    assertEquals(1, dropping.receive());
  }

  /** The hook is foreign code: under a lock its own use of the channel would never return. */
  @ParameterizedTest
  @EnumSource
  void theHookMayUseTheChannelsOfTheSelect(Policy policy) throws InterruptedException {
    Channel<Integer> other = Channel.buffered("other", 1);
    AtomicReference<Channel<Integer>> itself = new AtomicReference<>();
    Channel<Integer> channel =
        policy.holdingOne(
            loser -> {
              lost.add(loser);
              other.sendNow(loser);
              Objects.requireNonNull(itself.get()).receiveNow();
            });
    itself.set(channel);
    channel.send(1);
    Selector<String> selector =
        Selector.<String>prioritised()
            .receive(other, value -> "received")
            .send(channel, () -> 2, () -> "sent")
            .build();
    assertEquals("sent", selector.select());
    assertEquals(policy.lost(1, 2), other.receiveNow());
    assertTrue(channel.isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void theHookMayUseTheChannelThatDropped(Policy policy) throws InterruptedException {
    AtomicReference<Channel<Integer>> itself = new AtomicReference<>();
    Channel<Integer> channel =
        policy.holdingOne(loser -> lost.add(Objects.requireNonNull(itself.get()).receiveNow()));
    itself.set(channel);
    channel.send(1);
    channel.send(2);
    assertTrue(channel.isEmpty());
    channel.send(3);
    assertTrue(channel.trySend(4));
    assertTrue(channel.isEmpty());
    assertEquals(List.of(policy.kept(1, 2), policy.kept(3, 4)), lost);
  }

  @ParameterizedTest
  @EnumSource
  void theHookRunsInTheThreadThatSends(Policy policy) throws Exception {
    AtomicReference<Thread> told = new AtomicReference<>();
    Channel<Integer> channel = policy.holdingOne(loser -> told.set(Thread.currentThread()));
    Thread sender =
        call(
                ThreadKind.VIRTUAL,
                () -> {
                  channel.send(1);
                  channel.send(2);
                  return Thread.currentThread();
                })
            .join();
    assertSame(sender, told.get());
  }

  @ParameterizedTest
  @EnumSource
  void theSendThrowsWhatTheHookThrowsWhenItHasTakenEffect(Policy policy)
      throws InterruptedException {
    RuntimeException thrown = new IllegalStateException("from the hook");
    Channel<Integer> channel =
        policy.holdingOne(
            loser -> {
              throw thrown;
            });
    channel.send(1);
    assertSame(thrown, assertThrows(IllegalStateException.class, () -> channel.send(2)));
    assertEquals(1, channel.dropped());
    assertEquals(policy.kept(1, 2), channel.receive());
    assertTrue(channel.trySend(3), "the channel is as usable as before");
  }

  @ParameterizedTest
  @EnumSource
  void closingIsNotDropping(Policy policy) throws InterruptedException {
    Channel<Integer> channel = policy.holdingOne(lost::add);
    channel.send(1);
    channel.close();
    assertThrows(ChannelClosedException.class, () -> channel.send(2));
    assertThrows(ChannelClosedException.class, () -> channel.trySend(2));
    assertEquals(List.of(1), channel.closeNow());
    assertEquals(new Received.Closed<>(null), channel.tryReceive());
    assertEquals(List.of(), lost);
    assertEquals(0, channel.dropped());
  }

  @ParameterizedTest
  @EnumSource
  void everyValueIsReceivedOrDroppedOnce(Policy policy) throws Exception {
    int senders = 4;
    int each = 5_000;
    AtomicLong droppedSum = new AtomicLong();
    AtomicLong droppedCount = new AtomicLong();
    Channel<Integer> channel =
        policy.holdingOne(
            loser -> {
              droppedSum.addAndGet(loser);
              droppedCount.incrementAndGet();
            });
    TestThread<long[]> receiver =
        call(
            ThreadKind.VIRTUAL,
            () -> {
              long[] sumAndCount = new long[2];
              for (int value : channel) {
                sumAndCount[0] += value;
                sumAndCount[1]++;
              }
              return sumAndCount;
            });
    List<TestThread<Boolean>> sending = new ArrayList<>();
    for (int s = 0; s < senders; s++) {
      sending.add(
          run(
              ThreadKind.VIRTUAL,
              () -> {
                for (int i = 1; i <= each; i++) {
                  channel.send(i);
                }
              }));
    }
    for (TestThread<Boolean> sender : sending) {
      sender.join();
    }
    channel.close();
    long[] received = receiver.join();
    assertEquals((long) senders * each, received[1] + droppedCount.get());
    assertEquals((long) senders * each * (each + 1) / 2, received[0] + droppedSum.get());
    assertEquals(droppedCount.get(), channel.dropped());
  }

  @Test
  void aChannelWhoseSendersWaitDropsNothing() throws InterruptedException {
    Channel<Integer> channel = Channel.buffered(1);
    channel.send(1);
    assertFalse(channel.trySend(2));
    assertEquals(0, channel.dropped());
  }

  @Test
  void aTopologyCountsWhatItsChannelsDrop() throws InterruptedException {
    var run = new TopologyRun("Board", StartOptions.defaults());
    Channel<Integer> news = run.channel("news", 1, Overflow.LATEST);
    news.send(1);
    news.send(2);
    news.send(3);
    assertEquals(Map.of("news", 2L), run.discarded());
  }

  @Test
  void aDroppingChannelNeedsABuffer() {
    String message = "It drops what its buffer cannot hold: use 1 or more.";
    for (int capacity : new int[] {0, -1}) {
      String start = "The capacity of \"c\" is " + capacity + ". ";
      assertEquals(start + message, refusal(() -> Channel.dropOldest("c", capacity)));
      assertEquals(start + message, refusal(() -> Channel.dropNewest("c", capacity)));
    }
  }

  private static String refusal(Runnable creation) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, creation::run).getMessage());
  }

  @Test
  @SuppressWarnings({"NullAway", "DataFlowIssue"}) // That null is refused is what is tested.
  void nullIsRefusedForTheHook() {
    NullPointerException refused =
        assertThrows(NullPointerException.class, () -> Channel.keepLatest("c", null));
    assertEquals("The onDrop hook of a channel must not be null.", refused.getMessage());
  }
}
