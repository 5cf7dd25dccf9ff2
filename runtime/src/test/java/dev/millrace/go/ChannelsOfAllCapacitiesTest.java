package dev.millrace.go;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.Received;
import dev.millrace.Selector;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Blocking, order, closing and counting at 200 capacities, as {@code TestChan} of Go's {@code
 * runtime/chan_test.go} describes it.
 */
@ParameterizedClass
@MethodSource("capacities")
class ChannelsOfAllCapacitiesTest extends ConcurrencyTest {

  private final int capacity;
  private final Channel<Integer> channel;

  ChannelsOfAllCapacitiesTest(int capacity) {
    this.capacity = capacity;
    this.channel = Channel.buffered(capacity);
  }

  static IntStream capacities() {
    return IntStream.range(0, 200);
  }

  private void fill() throws InterruptedException {
    for (int i = 0; i < capacity; i++) {
      channel.send(i);
    }
  }

  @Test
  void receivingFromAnEmptyChannelBlocks() throws Exception {
    var first = this.<Integer>call(ThreadKind.VIRTUAL, channel::receive).awaitParked();
    var second = call(ThreadKind.VIRTUAL, channel::receiveOrNull).awaitParked();
    assertEquals(new Received.Nothing<>(), channel.tryReceive());
    assertEquals(
        "nothing",
        Selector.<String>fair()
            .receive(channel, value -> "received")
            .otherwise(() -> "nothing")
            .build()
            .select());
    channel.send(0);
    channel.send(0);
    assertEquals(0, first.join());
    assertEquals(0, second.join());
  }

  @Test
  void sendingToAFullChannelBlocks() throws Exception {
    fill();
    var sender = run(ThreadKind.VIRTUAL, () -> channel.send(0)).awaitParked();
    assertFalse(channel.trySend(0));
    assertEquals(
        "nothing",
        Selector.<String>fair()
            .send(channel, () -> 0, () -> "sent")
            .otherwise(() -> "nothing")
            .build()
            .select());
    channel.receive();
    assertTrue(sender.join());
  }

  @Test
  void aClosedChannelDeliversItsBufferAndThenTheEnd() throws Exception {
    fill();
    channel.close();
    for (int i = 0; i < capacity; i++) {
      assertEquals(i, channel.receive());
    }
    assertNull(channel.receiveOrNull());
    assertThrows(ChannelClosedException.class, channel::receive);
  }

  @Test
  void closingUnblocksAReceiver() throws Exception {
    var receiver = call(ThreadKind.VIRTUAL, channel::receiveOrNull).awaitParked();
    channel.close();
    assertNull(receiver.join());
  }

  @Test
  void aHundredValuesComeInOrder() throws Exception {
    run(
        ThreadKind.VIRTUAL,
        () -> {
          for (int i = 0; i < 100; i++) {
            channel.send(i);
          }
        });
    for (int i = 0; i < 100; i++) {
      assertEquals(i, i % 2 == 0 ? channel.receive() : channel.receiveOrNull());
    }
  }

  @Test
  void fourSendersAndFourReceiversExchangeEverything() throws Exception {
    int each = 100;
    List<TestThread<List<Integer>>> receivers = new ArrayList<>();
    for (int peer = 0; peer < 4; peer++) {
      run(
          ThreadKind.VIRTUAL,
          () -> {
            for (int i = 0; i < each; i++) {
              channel.send(i);
            }
          });
      receivers.add(
          call(
              ThreadKind.VIRTUAL,
              () -> {
                List<Integer> received = new ArrayList<>();
                for (int i = 0; i < each; i++) {
                  received.add(channel.receive());
                }
                return received;
              }));
    }
    List<Integer> all = new ArrayList<>();
    for (var receiver : receivers) {
      all.addAll(receiver.join());
    }
    Collections.sort(all);
    assertEquals(IntStream.range(0, 4 * each).mapToObj(i -> i / 4).toList(), all);
  }

  @Test
  void sizeAndCapacityAreExact() throws Exception {
    assertEquals(0, channel.size());
    assertEquals(capacity, channel.capacity());
    fill();
    assertEquals(capacity, channel.size());
    assertEquals(capacity, channel.capacity());
  }
}
