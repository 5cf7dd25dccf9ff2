package dev.millrace.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelFullException;
import dev.millrace.harness.ThreadKind;
import dev.millrace.internal.ChannelProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Sending where there is no room and nobody waits. */
@ParameterizedClass
@MethodSource("dev.millrace.conformance.Flavours#onWhichSendersWait")
class FullChannelTest extends ChannelConformance {

  private List<Integer> buffered = List.of();

  FullChannelTest(Flavour flavour, ThreadKind kind) {
    super(flavour, kind);
  }

  @BeforeEach
  void fillTheBuffer() throws Exception {
    buffered = fill();
  }

  @Test
  void sendWaitsUntilAReceiverComes() throws Exception {
    var sender = waitingSender(1000);
    assertEquals(buffered.size(), channel.size(), "capacity is never exceeded");
    for (int value : buffered) {
      assertEquals(value, channel.receive());
    }
    assertEquals(1000, channel.receive());
    assertTrue(sender.join());
    assertEquals(0, channel.size());
  }

  @Test
  void trySendIsRefused() {
    assertFalse(channel.trySend(1000));
    assertEquals(buffered, drain());
  }

  @Test
  void trySendIsRefusedOnceNobodyWaitsAnyMore() throws Exception {
    // First it must be empty for somebody to wait.
    drain();
    var receiver = waitingReceiver();
    receiver.interrupt();
    assertThrows(InterruptedException.class, receiver::join);
    fill();
    assertFalse(channel.trySend(1000));
  }

  @Test
  void timedTrySendGivesUpAndLeavesNothing() throws Exception {
    var sender = call(() -> channel.trySend(1000, SHORT));
    assertFalse(sender.join());
    ChannelProbe.assertNobodyQueued(channel);
    assertEquals(buffered, drain());
  }

  @Test
  void timedTrySendDoesNotWaitWithoutTime() throws Exception {
    assertFalse(channel.trySend(1000, Duration.ZERO));
    assertFalse(channel.trySend(1000, Duration.ofSeconds(-1)));
    assertFalse(channel.trySend(1000, Duration.ofSeconds(Long.MIN_VALUE)));
    assertEquals(buffered, drain());
  }

  @Test
  void timedTrySendIsServedInTime() throws Exception {
    var sender = call(() -> channel.trySend(1000, LONG)).awaitParked();
    List<Integer> expected = new ArrayList<>(buffered);
    expected.add(1000);
    assertEquals(expected, receive(expected.size()));
    assertTrue(sender.join());
  }

  @Test
  void theLongestTimeDoesNotOverflow() throws Exception {
    var sender =
        call(() -> channel.trySend(1000, Duration.ofSeconds(Long.MAX_VALUE))).awaitParked();
    receive(buffered.size() + 1);
    assertTrue(sender.join());
  }

  @Test
  void sendNowSaysThatItIsFull() {
    var refusal = assertThrows(ChannelFullException.class, () -> channel.sendNow(1000));
    assertSame(channel, refusal.channel());
    assertEquals(
        "Channel \"words\" takes no value now: nobody is waiting and all "
            + flavour.capacity()
            + " places of its buffer are taken. Use send to wait, or trySend to be told.",
        refusal.getMessage());
    assertEquals(buffered, drain());
  }
}
