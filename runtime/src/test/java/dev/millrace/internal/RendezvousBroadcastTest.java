package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.Received;
import dev.millrace.annotation.Nullable;
import dev.millrace.harness.ThreadKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Broadcasts without a buffer: who has a value in the middle of its hand-over, and who not. */
@ParameterizedClass
@EnumSource
class RendezvousBroadcastTest extends BroadcastFixture {

  RendezvousBroadcastTest(ThreadKind kind) {
    super(kind, 0);
  }

  @Test
  void aSendCompletesWhenEverybodyHasTakenIt() throws Exception {
    var sender = waitingSender(1);
    assertEquals(1, fast.receive());
    assertTrue(sender.isAlive());
    sender.awaitParked();
    assertInstanceOf(Received.Nothing.class, fast.tryReceive());
    assertEquals(0, slow.size());
    assertEquals(1, slow.receive());
    sender.join();
  }

  @Test
  void receiversThatWaitAreServedAtOnce() throws Exception {
    var one = waitingReceiver(fast);
    var sender = waitingSender(1);
    assertEquals(1, one.join());
    assertEquals(1, slow.receive());
    sender.join();
  }

  @Test
  void oneValueAtATime() throws Exception {
    var first = waitingSender(1);
    var second = waitingSender(2);
    assertEquals(1, fast.receive());
    var ahead = waitingReceiver(fast);
    assertEquals(1, slow.receive());
    first.join();
    assertEquals(2, ahead.join());
    assertEquals(2, slow.receive());
    second.join();
  }

  @Test
  void anOfferIsAllOrNothing() throws Exception {
    assertFalse(prices.trySend(1));
    var one = waitingReceiver(fast);
    assertFalse(prices.trySend(1));
    var other = waitingReceiver(slow);
    assertTrue(prices.trySend(2));
    assertEquals(2, one.join());
    assertEquals(2, other.join());
  }

  @Test
  void anInterruptedSenderTakesItsValueBackIfNobodyHasIt() throws Exception {
    var sender = waitingSender(1);
    var next = waitingSender(2);
    sender.interrupt();
    assertThrows(InterruptedException.class, sender::join);
    assertEquals(2, fast.receive());
    assertEquals(2, slow.receive());
    next.join();
  }

  @Test
  void anInterruptedSenderHasSentIfSomebodyHasIt() throws Exception {
    var sender =
        call(
                kind,
                () -> {
                  prices.send(1);
                  return Thread.interrupted();
                })
            .awaitParked();
    assertEquals(1, fast.receive());
    sender.interrupt();
    assertTrue(sender.join());
    assertFalse(prices.trySend(2));
    assertEquals(1, slow.receive());
    assertInstanceOf(Received.Nothing.class, slow.tryReceive());
  }

  @Test
  void aSenderWhoseTimeHasPassedHasSentIfSomebodyHasIt() throws Exception {
    assertFalse(prices.trySend(1, SHORT));
    var one = waitingReceiver(fast);
    assertTrue(prices.trySend(2, SHORT));
    assertEquals(2, one.join());
    assertEquals(2, slow.receive());
  }

  @Test
  void whoEndsInTheMiddleReleasesTheSender() throws Exception {
    var sender = waitingSender(1);
    assertEquals(1, fast.receive());
    sender.awaitParked();
    assertEquals(1, prices.unsubscribe(slow, null));
    sender.join();
  }

  @Test
  void closingRefusesWhatNobodyHas() throws Exception {
    var sender = waitingSender(1);
    prices.close();
    assertThrows(ChannelClosedException.class, sender::join);
    assertNull(fast.receiveOrNull());
    assertNull(slow.receiveOrNull());
  }

  @Test
  void closingDeliversWhatSomebodyHas() throws Exception {
    var sender = run(kind, () -> assertTrue(prices.trySend(1, LONG))).awaitParked();
    assertEquals(1, fast.receive());
    prices.close();
    sender.join();
    assertNull(fast.receiveOrNull());
    assertEquals(1, slow.receive());
    assertNull(slow.receiveOrNull());
  }

  @Test
  void aContributionThatEndsTakesBackWhatNobodyHas() throws Exception {
    SendEnd<Integer> end = contribution();
    var sender = run(kind, () -> end.send(1)).awaitParked();
    var next = waitingSender(2);
    end.close();
    assertThrows(ChannelClosedException.class, sender::join);
    assertEquals(2, fast.receive());
    assertEquals(2, slow.receive());
    next.join();
  }

  @Test
  void aContributionThatEndsHasSentWhatSomebodyHas() throws Exception {
    SendEnd<Integer> end = contribution();
    var sender = run(kind, () -> end.send(1)).awaitParked();
    assertEquals(1, fast.receive());
    end.close();
    sender.join();
    assertEquals(1, slow.receive());
  }

  /** Of several: the broadcast stays open when it ends. */
  private SendEnd<Integer> contribution() {
    return new SendEnd<>(
        prices,
        new SendEnd.Owner() {
          @Override
          public void ended(@Nullable Throwable failure) {}

          @Override
          public void refused() {}
        });
  }

  @Test
  void whoComesDuringAHandOverThatIsTakenBackGetsTheNextValue() throws Exception {
    var sender = waitingSender(1);
    Subscription<Integer> late = prices.subscribe();
    sender.interrupt();
    assertThrows(InterruptedException.class, sender::join);
    assertInstanceOf(Received.Nothing.class, late.tryReceive());
    var next = waitingSender(2);
    for (var subscription : List.of(fast, slow, late)) {
      assertEquals(2, subscription.receive());
    }
    next.join();
  }
}
