package dev.millrace.go;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.Selector;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code TestMultiConsumer}, {@code TestPseudoRandomSend} and {@code TestSelectDuplicateChannel} of
 * Go's {@code runtime/chan_test.go}, by their description.
 */
class MultiConsumerTest extends ConcurrencyTest {

  private static final List<Integer> PRIMES = List.of(2, 3, 7, 11, 13, 17, 19, 23, 27, 31);

  @Test
  void manyWorkersShareOneQueueAndFeedAnother() throws Exception {
    int workers = 23;
    int jobs = 20_000;
    Channel<Integer> queue = Channel.buffered(3 * workers);
    Channel<Integer> results = Channel.buffered(3 * workers);
    List<TestThread<Boolean>> running = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      running.add(
          run(
              ThreadKind.VIRTUAL,
              () -> {
                for (int value : queue) {
                  results.send(value);
                }
              }));
    }
    var feeder =
        call(
            ThreadKind.VIRTUAL,
            () -> {
              long sum = 0;
              for (int i = 0; i < jobs; i++) {
                int value = PRIMES.get(i % PRIMES.size());
                sum += value;
                queue.send(value);
              }
              queue.close();
              for (var worker : running) {
                worker.join();
              }
              results.close();
              return sum;
            });
    int count = 0;
    long sum = 0;
    for (int value : results) {
      count++;
      sum += value;
    }
    assertEquals(jobs, count);
    assertEquals(feeder.join(), sum);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100})
  void twoSendArmsOnOneChannelAreBothChosen(int capacity) throws Exception {
    int count = 100;
    Channel<Integer> channel = Channel.buffered(capacity);
    var receiver =
        call(
            ThreadKind.VIRTUAL,
            () -> {
              int ones = 0;
              for (int i = 0; i < count; i++) {
                ones += channel.receive();
              }
              return ones;
            });
    Selector<Boolean> select =
        Selector.<Boolean>fair()
            .send(channel, () -> 1, () -> true)
            .send(channel, () -> 0, () -> true)
            .build();
    // Not before the receiver waits: a parked select's first arm is served first.
    for (int i = 0; i < count; i++) {
      if (capacity == 0) {
        receiver.awaitParked();
      }
      select.select();
    }
    int ones = receiver.join();
    assertTrue(ones > count / 10 && ones < count - count / 10, ones + " of " + count);
  }

  @Test
  void aSelectWithTwoArmsOnAChannelLeavesItsQueueIntact() throws Exception {
    Channel<Integer> twice = Channel.rendezvous();
    Channel<Integer> once = Channel.rendezvous();
    var select =
        call(
                ThreadKind.VIRTUAL,
                () ->
                    Selector.<Integer>fair()
                        .receive(twice, value -> value)
                        .receive(twice, value -> value)
                        .receive(once, value -> value)
                        .build()
                        .select())
            .awaitParked();
    var receiver = this.<Integer>call(ThreadKind.VIRTUAL, twice::receive).awaitParked();
    once.send(7);
    assertEquals(7, select.join());
    assertTrue(twice.trySend(8));
    assertEquals(8, receiver.join());
  }
}
