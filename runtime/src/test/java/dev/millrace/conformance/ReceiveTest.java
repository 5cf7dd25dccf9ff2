package dev.millrace.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelEmptyException;
import dev.millrace.Received;
import dev.millrace.harness.ThreadKind;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Receiving from an open channel. */
@ParameterizedClass
@MethodSource("dev.millrace.conformance.Flavours#all")
class ReceiveTest extends ChannelConformance {

  private static final Received<Integer> NOTHING = new Received.Nothing<>();

  ReceiveTest(Flavour flavour, ThreadKind kind) {
    super(flavour, kind);
  }

  /** All forms, each giving the value as a {@link Received}. */
  private List<Callable<Received<Integer>>> forms() {
    return List.of(
        () -> new Received.Value<>(channel.receive()),
        () -> new Received.Value<>(Objects.requireNonNull(channel.receiveOrNull())),
        channel::tryReceive,
        () -> channel.tryReceive(LONG),
        () -> channel.tryReceive(Duration.ZERO),
        () -> new Received.Value<>(channel.receiveNow()));
  }

  @Test
  void everyFormTakesFromAWaitingSenderOrTheBuffer() throws Exception {
    int value = 0;
    for (Callable<Received<Integer>> form : forms()) {
      int sent = value++;
      var sender = run(() -> channel.send(sent));
      if (flavour.capacity() == 0) {
        sender.awaitParked();
      } else {
        sender.join();
      }
      assertEquals(new Received.Value<>(sent), form.call());
      assertTrue(sender.join());
    }
  }

  @Test
  void everyWaitingFormWaitsForASend() throws Exception {
    for (Callable<Received<Integer>> form :
        List.of(forms().get(0), forms().get(1), forms().get(3))) {
      var receiver = call(form).awaitParked();
      channel.send(7);
      assertEquals(new Received.Value<>(7), receiver.join());
    }
  }

  @Test
  void tryReceiveFindsNothing() throws Exception {
    assertEquals(NOTHING, channel.tryReceive());
    assertEquals(NOTHING, channel.tryReceive(Duration.ZERO));
    assertEquals(NOTHING, channel.tryReceive(Duration.ofSeconds(-1)));
  }

  @Test
  void timedTryReceiveGivesUp() throws Exception {
    assertEquals(NOTHING, call(() -> channel.tryReceive(SHORT)).join());
  }

  @Test
  void aReceiverThatGaveUpTakesNoValue() throws Exception {
    call(() -> channel.tryReceive(SHORT)).join();
    var receiver = waitingReceiver();
    assertTrue(channel.trySend(7));
    assertEquals(7, receiver.join());
  }

  @Test
  void theLongestTimeDoesNotOverflow() throws Exception {
    var receiver = call(() -> channel.tryReceive(Duration.ofSeconds(Long.MAX_VALUE))).awaitParked();
    channel.send(7);
    assertEquals(new Received.Value<>(7), receiver.join());
  }

  @Test
  void receiveNowSaysThatItIsEmpty() {
    var refusal = assertThrows(ChannelEmptyException.class, channel::receiveNow);
    assertSame(channel, refusal.channel());
    assertEquals(
        "Channel \"words\" has no value now. Use receive to wait, or tryReceive to be told.",
        refusal.getMessage());
  }
}
