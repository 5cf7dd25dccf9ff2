package dev.millrace.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import dev.millrace.internal.ChannelProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Several waiting senders: first in, first out. */
@ParameterizedClass
@MethodSource("dev.millrace.conformance.Flavours#onWhichSeveralSendersWait")
class SenderOrderTest extends ChannelConformance {

  SenderOrderTest(Flavour flavour, ThreadKind kind) {
    super(flavour, kind);
  }

  private static final int WAITING = 5;

  @Test
  void theLongestWaitingSenderIsAdmittedFirst() throws Exception {
    List<Integer> expected = new ArrayList<>(fill());
    List<TestThread<Boolean>> senders = new ArrayList<>();
    for (int i = 0; i < WAITING; i++) {
      senders.add(waitingSender(1000 + i));
      expected.add(1000 + i);
    }
    List<Integer> received = new ArrayList<>();
    for (int i = 0; i < WAITING; i++) {
      received.add(channel.receive());
      assertTrue(senders.get(i).join(), "the next in line is admitted, and only it");
    }
    received.addAll(drain());
    assertEquals(expected, received);
  }

  @Test
  void aSenderThatGaveUpIsPassedOver() throws Exception {
    List<Integer> expected = new ArrayList<>(fill());
    var first = waitingSender(1000);
    var second = waitingSender(1001);
    var third = waitingSender(1002);
    first.interrupt();
    assertThrows(InterruptedException.class, first::join);
    expected.addAll(List.of(1001, 1002));
    assertEquals(expected, drain());
    assertTrue(second.join());
    assertTrue(third.join());
  }

  @Test
  void oneReceiveLetsExactlyOneWaitingSenderIn() throws Exception {
    List<Integer> buffered = fill();
    var first = waitingSender(1000);
    var second = waitingSender(1001);
    int head = channel.receive();
    assertTrue(first.join());
    second.awaitParked();
    assertEquals(buffered.size(), channel.size(), "its value went to the tail");
    assertEquals(buffered.isEmpty() ? 1000 : 0, head);
    ChannelProbe.assertInvariants(channel);
    List<Integer> rest = drain();
    assertEquals(1001, rest.getLast());
  }

  /** A receive takes the head and admits a sender's value at one instant, not in two steps. */
  @Test
  void whileSendersWaitNobodySeesRoom() throws Exception {
    List<Integer> buffered = fill();
    int waiting = 200;
    List<TestThread<Boolean>> senders = new ArrayList<>();
    for (int i = 0; i < waiting; i++) {
      senders.add(run(() -> channel.send(1000)));
    }
    senders.forEach(TestThread::awaitParked);
    var done = new AtomicBoolean();
    var watcher =
        run(
            () -> {
              while (!done.get()) {
                assertEquals(buffered.size(), channel.size());
                assertTrue(channel.isFull());
              }
            });
    for (int i = 0; i < waiting; i++) {
      channel.receive();
    }
    done.set(true);
    watcher.join();
    drain();
  }

  @Test
  void trySendIsRefusedBehindAWaitingSender() throws Exception {
    List<Integer> expected = new ArrayList<>(fill());
    waitingSender(1000);
    assertFalse(channel.trySend(1001));
    expected.add(1000);
    assertEquals(expected, drain());
  }
}
