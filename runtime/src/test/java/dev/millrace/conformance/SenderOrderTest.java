package dev.millrace.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Waiting senders are first in, first out. */
@ParameterizedClass
@MethodSource("dev.millrace.conformance.Flavours#onWhichSendersWait")
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
}
