package dev.millrace.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Received;
import dev.millrace.harness.ThreadKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Sending where a receiver waits or there is room. */
@ParameterizedClass
@MethodSource("dev.millrace.conformance.Flavours#all")
class SendTest extends ChannelConformance {

  SendTest(Flavour flavour, ThreadKind kind) {
    super(flavour, kind);
  }

  @Test
  void sendHandsOverToAWaitingReceiver() throws Exception {
    var receiver = waitingReceiver();
    channel.send(7);
    assertEquals(7, receiver.join());
    assertEquals(0, channel.size());
  }

  @Test
  void trySendHandsOverToAWaitingReceiver() throws Exception {
    var receiver = waitingReceiver();
    assertTrue(channel.trySend(7));
    assertEquals(7, receiver.join());
  }

  @Test
  void timedTrySendHandsOverToAWaitingReceiver() throws Exception {
    var receiver = waitingReceiver();
    assertTrue(channel.trySend(7, LONG));
    assertEquals(7, receiver.join());
  }

  @Test
  void timedTrySendWithoutTimeHandsOverToAWaitingReceiver() throws Exception {
    var receiver = waitingReceiver();
    assertTrue(channel.trySend(7, Duration.ZERO));
    assertEquals(7, receiver.join());
  }

  @Test
  void sendNowHandsOverToAWaitingReceiver() throws Exception {
    var receiver = waitingReceiver();
    channel.sendNow(7);
    assertEquals(7, receiver.join());
  }

  @Test
  void trySendMeetsAReceiverThatWaitsWithATimeOut() throws Exception {
    var receiver = call(() -> channel.tryReceive(LONG)).awaitParked();
    assertTrue(channel.trySend(7));
    assertEquals(new Received.Value<>(7), receiver.join());
  }

  @Test
  void everyFormOfSendUsesTheRoom() throws Exception {
    for (int i = 0; i < flavour.room(); i++) {
      switch (i % 4) {
        case 0 -> channel.send(i);
        case 1 -> assertTrue(channel.trySend(i));
        case 2 -> assertTrue(channel.trySend(i, i % 8 == 2 ? LONG : Duration.ZERO));
        default -> channel.sendNow(i);
      }
      assertEquals(i + 1, channel.size());
    }
    assertEquals(flavour.room(), drain().size());
  }
}
