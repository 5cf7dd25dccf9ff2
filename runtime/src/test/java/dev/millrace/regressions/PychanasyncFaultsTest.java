package dev.millrace.regressions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.ChannelException;
import dev.millrace.Selector;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.ThreadKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What the Python library pychanasync does wrong must not happen here. */
class PychanasyncFaultsTest extends ConcurrencyTest {

  private static Selector<Integer> over(Channel<Integer> a, Channel<Integer> b) {
    return Selector.<Integer>fair().receive(a, value -> value).receive(b, value -> value).build();
  }

  /** There, a value that reached a select's loser was lost when the loser was cancelled. */
  @Test
  void noValueIsLostWithTheLosersOfASelect() throws Exception {
    Channel<Integer> a = Channel.rendezvous("a");
    Channel<Integer> b = Channel.rendezvous("b");
    for (int round = 0; round < 500; round++) {
      Integer value = round;
      var selecting = call(ThreadKind.VIRTUAL, () -> over(a, b).select()).awaitParked();
      var first = run(ThreadKind.VIRTUAL, () -> a.send(value));
      var second = run(ThreadKind.VIRTUAL, () -> b.send(value));
      assertEquals(value, selecting.join());
      assertEquals(value, over(a, b).select());
      first.join();
      second.join();
      joinAll();
    }
  }

  /** There, one select could take a value from each of two channels. */
  @Test
  void oneSelectTakesOneValue() throws Exception {
    Channel<Integer> a = Channel.buffered("a", 1);
    Channel<Integer> b = Channel.buffered("b", 1);
    for (int round = 0; round < 500; round++) {
      a.send(round);
      b.send(round);
      over(a, b).select();
      assertEquals(1, a.size() + b.size());
      over(a, b).select();
      assertEquals(0, a.size() + b.size());
    }
  }

  /** There, {@code bound=0} made a channel on which the first push waited for ever. */
  @Test
  void aBoundOfZeroIsARendezvous() throws Exception {
    Channel<Integer> channel = Channel.buffered(0);
    var sender = run(ThreadKind.VIRTUAL, () -> channel.send(1));
    assertEquals(1, channel.receive());
    assertTrue(sender.join());
  }

  /** There, {@code full()} failed on a channel without a buffer. */
  @Test
  void aRendezvousCanBeAskedWhetherItIsFull() {
    assertTrue(Channel.rendezvous().isFull());
    assertTrue(Channel.rendezvous().isEmpty());
  }

  /** There, what was buffered could not be reached after closing. */
  @Test
  void bufferedValuesOutliveClosing() {
    Channel<Integer> channel = Channel.buffered(3);
    List<Integer> values = List.of(1, 2, 3);
    values.forEach(channel::sendNow);
    channel.close();
    List<Integer> received = new ArrayList<>();
    channel.forEach(received::add);
    assertEquals(values, received);
  }

  /** There, some failures were outside the documented hierarchy. */
  @Test
  void everyRefusalIsAChannelException() {
    Channel<Integer> full = Channel.buffered(1);
    full.sendNow(1);
    Channel<Integer> empty = Channel.buffered(1);
    Channel<Integer> closed = Channel.buffered(1);
    closed.close();
    for (Executable refused :
        List.<Executable>of(
            () -> full.sendNow(2),
            empty::receiveNow,
            () -> closed.send(1),
            () -> closed.trySend(1),
            () -> closed.trySend(1, Duration.ofSeconds(1)),
            () -> closed.sendNow(1),
            closed::receive,
            closed::receiveNow,
            () -> over(closed, closed).select())) {
      assertInstanceOf(ChannelException.class, assertThrows(RuntimeException.class, refused));
    }
  }
}
