package dev.millrace.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.ChannelClosedException;
import dev.millrace.Received;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Several receivers at once: each value goes to the one that has waited longest. */
@ParameterizedClass
@MethodSource("dev.millrace.conformance.Flavours#forSeveral")
class SeveralReceiversTest extends ChannelConformance {

  private static final int WAITING = 5;

  SeveralReceiversTest(Flavour flavour, ThreadKind kind) {
    super(flavour, kind);
  }

  @Test
  void theLongestWaitingReceiverIsServedFirst() throws Exception {
    List<TestThread<Integer>> receivers = new ArrayList<>();
    for (int i = 0; i < WAITING; i++) {
      receivers.add(waitingReceiver());
    }
    for (int i = 0; i < WAITING; i++) {
      channel.send(i);
      assertEquals(i, receivers.get(i).join());
    }
  }

  @Test
  void aReceiverThatGaveUpIsPassedOver() throws Exception {
    var first = waitingReceiver();
    var second = waitingReceiver();
    var third = waitingReceiver();
    second.interrupt();
    assertThrows(InterruptedException.class, second::join);
    channel.send(1);
    channel.send(3);
    assertEquals(1, first.join());
    assertEquals(3, third.join());
  }

  @Test
  void eachWaitingReceiverGetsOneValue() throws Exception {
    var first = waitingReceiver();
    var second = waitingReceiver();
    channel.send(1);
    channel.send(2);
    assertEquals(List.of(1, 2), List.of(first.join(), second.join()));
  }

  @Test
  void waitingReceiversDoNotCount() throws Exception {
    var receiver = waitingReceiver();
    assertEquals(0, channel.size());
    channel.send(1);
    assertEquals(0, channel.size());
    receiver.join();
  }

  @Test
  void tryReceiveFindsNothingBehindAWaitingReceiver() throws Exception {
    var receiver = waitingReceiver();
    assertEquals(new Received.Nothing<Integer>(), channel.tryReceive());
    channel.send(1);
    assertEquals(1, receiver.join());
  }

  @Test
  void closeTellsThemTheEnd() throws Exception {
    var receive = call(channel::receive).awaitParked();
    var receiveOrNull = call(channel::receiveOrNull).awaitParked();
    var timed = call(() -> channel.tryReceive(LONG)).awaitParked();
    var iteration = call(() -> channel.iterator().hasNext()).awaitParked();
    channel.close();
    assertNull(assertThrows(ChannelClosedException.class, receive::join).getCause());
    assertNull(receiveOrNull.join());
    assertEquals(new Received.Closed<Integer>(null), timed.join());
    assertFalse(iteration.join());
  }

  @Test
  void closeByFailureTellsThemItsCause() throws Exception {
    var cause = new IllegalStateException("broken");
    var receive = call(channel::receive).awaitParked();
    var receiveOrNull = call(channel::receiveOrNull).awaitParked();
    var timed = call(() -> channel.tryReceive(LONG)).awaitParked();
    var iteration = call(() -> channel.iterator().hasNext()).awaitParked();
    channel.close(cause);
    for (TestThread<?> failed : List.of(receive, receiveOrNull, iteration)) {
      assertSame(cause, assertThrows(ChannelClosedException.class, failed::join).getCause());
    }
    assertEquals(new Received.Closed<Integer>(cause), timed.join());
  }

  @Test
  void closeNowTellsThemTheEnd() throws Exception {
    var receive = call(channel::receive).awaitParked();
    var receiveOrNull = call(channel::receiveOrNull).awaitParked();
    assertEquals(List.of(), channel.closeNow());
    assertThrows(ChannelClosedException.class, receive::join);
    assertNull(receiveOrNull.join());
  }
}
