package dev.millrace.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.Received;
import dev.millrace.Selector;
import dev.millrace.harness.Arms;
import dev.millrace.harness.SelectorKind;
import dev.millrace.harness.SelectorTest;
import dev.millrace.harness.ThreadKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A fair select chooses evenly among the arms that are ready. */
class SelectFairnessTest extends SelectorTest {

  private static final int SELECTS = 20_000;

  SelectFairnessTest(SelectorKind selectors) {
    super(selectors);
  }

  /** Each arm's count is binomial; ten standard deviations away is no accident. */
  private static void assertEven(int[] counts) {
    int selects = IntStream.of(counts).sum();
    double share = 1.0 / counts.length;
    double sigma = Math.sqrt(selects * share * (1 - share));
    for (int count : counts) {
      assertTrue(
          Math.abs(count - selects * share) < 10 * sigma,
          () -> Arrays.toString(counts) + ", standard deviation " + sigma);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 8})
  void amongReceives(int arms) throws Exception {
    int[] counts = new int[arms];
    Arms<Integer> builder = selectors.fair();
    for (int arm = 0; arm < arms; arm++) {
      Channel<Integer> ready = Channel.buffered(SELECTS);
      for (int i = 0; i < SELECTS; i++) {
        ready.send(arm);
      }
      builder.receive(ready, from -> from);
    }
    Selector<Integer> select = builder.build();
    for (int i = 0; i < SELECTS; i++) {
      counts[select.select()]++;
    }
    assertEven(counts);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7})
  void amongSendsToTheSameChannel(int arms) throws Exception {
    int[] counts = new int[arms];
    Channel<Integer> channel = Channel.unlimited();
    Arms<Boolean> builder = selectors.fair();
    for (int arm = 0; arm < arms; arm++) {
      Integer value = arm;
      builder.send(channel, () -> value, () -> true);
    }
    Selector<Boolean> select = builder.build();
    for (int i = 0; i < SELECTS; i++) {
      select.select();
      counts[channel.receive()]++;
    }
    assertEven(counts);
  }

  @Test
  void amongTheReadyOnesOfMany() throws Exception {
    int[] counts = new int[2];
    Channel<Integer> never = Channel.rendezvous();
    Channel<Integer> first = Channel.buffered(1);
    Channel<Integer> second = Channel.buffered(1);
    Selector<Integer> select =
        selectors
            .<Integer>fair()
            .receive(never, value -> -1)
            .receive(first, value -> 0)
            .receive(never, value -> -1)
            .receive(never, value -> -1)
            .receive(second, value -> 1)
            .build();
    for (int i = 0; i < SELECTS; i++) {
      first.trySend(i);
      second.trySend(i);
      counts[select.select()]++;
    }
    assertEven(counts);
  }

  /** Whoever comes makes all arms of its channel ready at once, also while the select is parked. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void amongTheArmsOfAParkedSelect(int arms) throws Exception {
    int selects = 2_000;
    int[] counts = new int[arms];
    Channel<Integer> channel = Channel.rendezvous();
    Arms<Boolean> builder = selectors.fair();
    for (int arm = 0; arm < arms; arm++) {
      Integer value = arm;
      builder.send(channel, () -> value, () -> true);
    }
    Selector<Boolean> select = builder.build();
    var selecting =
        run(
            ThreadKind.VIRTUAL,
            () -> {
              for (int i = 0; i < selects; i++) {
                select.select();
              }
            });
    // Without waiting, so that a value can only come from a select that is parked already.
    for (int received = 0; received < selects; ) {
      if (channel.tryReceive() instanceof Received.Value(Integer value)) {
        counts[value]++;
        received++;
      } else {
        LockSupport.parkNanos(1);
      }
    }
    selecting.join();
    assertEven(counts);
  }

  /** The same for arms that receive, of which a channel must not prefer the one it knows best. */
  @Test
  void amongTheArmsOfAParkedSelectThatReceive() throws Exception {
    int selects = 2_000;
    int[] counts = new int[2];
    Channel<Integer> channel = Channel.rendezvous();
    Selector<Integer> select =
        selectors.<Integer>fair().receive(channel, value -> 0).receive(channel, value -> 1).build();
    var selecting =
        run(
            ThreadKind.VIRTUAL,
            () -> {
              for (int i = 0; i < selects; i++) {
                counts[select.select()]++;
              }
            });
    // Without waiting, so that a value can only go to a select that is parked already.
    for (int sent = 0; sent < selects; ) {
      if (channel.trySend(sent)) {
        sent++;
      } else {
        LockSupport.parkNanos(1);
      }
    }
    selecting.join();
    assertEven(counts);
  }

  @Test
  void prioritisedIsNotEven() throws Exception {
    Channel<Integer> first = Channel.buffered(1);
    Channel<Integer> second = Channel.buffered(1);
    Selector<Integer> select =
        selectors
            .<Integer>prioritised()
            .receive(second, value -> 2)
            .receive(first, value -> 1)
            .build();
    second.send(0);
    first.send(0);
    for (int i = 0; i < 1000; i++) {
      assertEquals(2, select.select());
      second.send(0);
    }
  }

  /** Two senders that never stop: a select that favoured one would starve the other. */
  @ParameterizedTest
  @EnumSource
  void busySendersAreBothServed(ThreadKind kind) throws Exception {
    Channel<Integer> first = Channel.rendezvous();
    Channel<Integer> second = Channel.rendezvous();
    var done = new AtomicBoolean();
    for (Channel<Integer> channel : List.of(first, second)) {
      run(
          kind,
          () -> {
            while (!done.get()) {
              channel.trySend(1, Duration.ofMillis(100));
            }
          });
    }
    int[] counts = new int[2];
    Selector<Integer> select =
        selectors.<Integer>fair().receive(first, value -> 0).receive(second, value -> 1).build();
    // Until both were served so often; a select that starves one of them never gets there.
    while (counts[0] < 200 || counts[1] < 200) {
      counts[select.select()]++;
    }
    done.set(true);
  }
}
