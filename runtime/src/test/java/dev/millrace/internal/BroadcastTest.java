package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.ChannelFullException;
import dev.millrace.Received;
import dev.millrace.harness.ThreadKind;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What senders and subscribers of a broadcast see, step by step. */
@ParameterizedClass
@EnumSource
class BroadcastTest extends BroadcastFixture {

  BroadcastTest(ThreadKind kind) {
    super(kind, 2);
  }

  @Test
  void eachSubscriberGetsEveryValueInOrder() throws Exception {
    withCapacity(10);
    List<Integer> values = IntStream.range(0, 10).boxed().toList();
    for (int value : values) {
      prices.send(value);
    }
    prices.close();
    assertEquals(values, fast.stream().toList());
    assertEquals(values, slow.stream().toList());
  }

  @Test
  void theSlowestHoldsTheSendersBack() throws Exception {
    prices.send(1);
    prices.send(2);
    assertEquals(1, fast.receive());
    assertEquals(2, fast.receive());
    assertFalse(prices.trySend(3));
    assertFalse(prices.trySend(3, SHORT));
    assertThrows(ChannelFullException.class, () -> prices.sendNow(3));
    assertEquals(0, fast.size());
    assertEquals(2, slow.size());
    assertTrue(prices.isFull());
    var sender = waitingSender(3);
    var receiver = waitingReceiver(fast);
    assertEquals(1, slow.receive());
    sender.join();
    assertEquals(3, receiver.join());
    assertEquals(List.of(2, 3), List.of(slow.receive(), slow.receive()));
    assertTrue(prices.trySend(4));
    assertEquals(1, fast.size());
  }

  @Test
  void waitingSendersAreServedInTheirOrder() throws Exception {
    prices.send(1);
    prices.send(2);
    var third = waitingSender(3);
    var fourth = waitingSender(4);
    for (int value = 1; value <= 4; value++) {
      assertEquals(value, fast.receiveNow());
      assertEquals(value, slow.receiveNow());
    }
    third.join();
    fourth.join();
  }

  @Test
  void theEndComesToEachWhenItHasDrained() throws Exception {
    prices.send(1);
    var refused = run(kind, () -> prices.send(2));
    refused.join();
    var waiting = waitingSender(3);
    prices.close();
    assertThrows(ChannelClosedException.class, waiting::join);
    assertThrows(ChannelClosedException.class, () -> prices.trySend(4));
    assertEquals(1, fast.receive());
    assertEquals(2, fast.receive());
    assertNull(fast.receiveOrNull());
    assertEquals(List.of(1, 2), slow.stream().toList());
    assertFalse(prices.tryClose());
  }

  @Test
  void theFailureComesToEachWhenItHasDrained() throws Exception {
    var failure = new IllegalStateException("no prices");
    prices.send(1);
    prices.close(failure);
    for (var subscription : List.of(fast, slow)) {
      assertEquals(1, subscription.receive());
      assertSame(
          failure,
          assertThrows(ChannelClosedException.class, subscription::receiveOrNull).getCause());
      assertEquals(new Received.Closed<>(failure), subscription.tryReceive());
    }
  }

  @Test
  void receiversThatWaitSeeTheEnd() throws Exception {
    var one = waitingReceiver(fast);
    var other = call(kind, () -> slow.tryReceive(LONG)).awaitParked();
    prices.close();
    assertThrows(ChannelClosedException.class, one::join);
    assertEquals(new Received.Closed<>(null), other.join());
  }

  @Test
  void closeNowGivesBackWhatEachHasMissed() throws Exception {
    prices.send(1);
    prices.send(2);
    assertEquals(1, fast.receive());
    assertEquals(List.of(1, 2, 2), prices.closeNow());
    assertNull(fast.receiveOrNull());
    assertNull(slow.receiveOrNull());
  }

  @Test
  void whoHasSeenTheEndIsNotToldOfALaterFailure() throws Exception {
    prices.send(1);
    prices.close();
    assertEquals(1, fast.receive());
    assertNull(fast.receiveOrNull());
    assertEquals(List.of(1), prices.closeNow(new IllegalStateException("cut short")));
    assertNull(fast.receiveOrNull());
    assertThrows(ChannelClosedException.class, slow::receiveOrNull);
  }

  @Test
  void whoHasEndedHoldsNobodyBack() throws Exception {
    prices.send(1);
    prices.send(2);
    assertEquals(1, fast.receive());
    var sender = waitingSender(3);
    assertEquals(2, prices.unsubscribe(slow, null));
    sender.join();
    assertEquals(0, prices.unsubscribe(slow, null));
    assertNull(slow.receiveOrNull());
    assertEquals(List.of(2, 3), List.of(fast.receive(), fast.receive()));
    assertFalse(prices.isClosed());
  }

  @Test
  void theLastToEndClosesTheChannel() throws Exception {
    prices.send(1);
    prices.send(2);
    var sender = waitingSender(3);
    prices.unsubscribe(slow, null);
    prices.unsubscribe(fast, null);
    assertThrows(ChannelClosedException.class, sender::join);
    assertTrue(prices.isClosed());
  }

  @Test
  void aWaitingReceiverOfOneWhoEndsSeesTheEnd() throws Exception {
    var receiver = waitingReceiver(slow);
    prices.unsubscribe(slow, null);
    assertThrows(ChannelClosedException.class, receiver::join);
  }

  @Test
  void anInterruptedSenderHasSentNothing() throws Exception {
    prices.send(1);
    prices.send(2);
    var sender = waitingSender(3);
    sender.interrupt();
    assertThrows(InterruptedException.class, sender::join);
    assertEquals(List.of(1, 2), List.of(fast.receive(), fast.receive()));
    assertInstanceOf(Received.Nothing.class, fast.tryReceive());
    assertEquals(List.of(1, 2), List.of(slow.receive(), slow.receive()));
  }

  @Test
  void anUnlimitedBufferHoldsEveryValueUntilTheSlowestHasTakenIt() throws Exception {
    withCapacity(Integer.MAX_VALUE);
    for (int value = 0; value < 10_000; value++) {
      assertTrue(prices.trySend(value));
      assertEquals(value, fast.receiveNow());
    }
    prices.close();
    assertEquals(10_000, slow.size());
    assertEquals(IntStream.range(0, 10_000).boxed().toList(), slow.stream().toList());
    assertEquals(0, prices.size());
  }

  @Test
  void aValueThatEverybodyHasTakenIsGarbage() throws Exception {
    Broadcast<Object> objects = Broadcast.create("objects", 2);
    var one = objects.subscribe();
    var other = objects.subscribe();
    WeakReference<Object> value = sendOne(objects);
    assertSame(value.get(), one.receive());
    assertSame(value.get(), other.receive());
    awaitGarbage(value);
  }

  @Test
  void whatOnlyOneWhoHasEndedHadStillToGetIsGarbage() throws Exception {
    Broadcast<Object> objects = Broadcast.create("objects", 2);
    var one = objects.subscribe();
    var other = objects.subscribe();
    WeakReference<Object> value = sendOne(objects);
    assertSame(value.get(), one.receive());
    assertEquals(1, objects.unsubscribe(other, null));
    awaitGarbage(value);
  }

  /** In a frame of its own, which does not hold the value any more when it is over. */
  private static WeakReference<Object> sendOne(Broadcast<Object> objects)
      throws InterruptedException {
    Object value = new Object();
    objects.send(value);
    return new WeakReference<>(value);
  }

  private static void awaitGarbage(WeakReference<?> value) {
    long deadline = System.nanoTime() + LONG.toNanos();
    while (value.get() != null) {
      assertTrue(System.nanoTime() < deadline, "the channel still holds the value");
      System.gc();
    }
  }

  @Test
  void theCauseOfTheLastToEndIsTheCauseOfTheClose() throws Exception {
    var failure = new IllegalStateException("no more");
    prices.unsubscribe(slow, failure);
    assertTrue(prices.trySend(1));
    prices.unsubscribe(fast, failure);
    assertSame(
        failure, assertThrows(ChannelClosedException.class, () -> prices.send(2)).getCause());
  }

  @Test
  void whoComesAfterAFailureIsToldOfIt() {
    var failure = new IllegalStateException("no prices");
    prices.close(failure);
    assertEquals(new Received.Closed<>(failure), prices.subscribe().tryReceive());
  }

  @Test
  void whatIsSentToNobodyIsSent() throws Exception {
    for (int capacity = 0; capacity < 2; capacity++) {
      Broadcast<Integer> lonely = Broadcast.create("lonely", capacity);
      lonely.send(1);
      assertTrue(lonely.trySend(2));
      assertEquals(new Received.Nothing<>(), lonely.subscribe().tryReceive());
    }
  }

  /** Each with another part of the buffer, which has been round its array by then. */
  @Test
  void closeNowGivesBackInTheOrderOfTheValues() throws Exception {
    withCapacity(3);
    for (int value = 0; value < 20; value++) {
      prices.send(value);
      assertEquals(value, fast.receive());
      assertEquals(value, slow.receive());
    }
    for (int value = 20; value < 23; value++) {
      prices.send(value);
    }
    assertEquals(20, fast.receive());
    Subscription<Integer> late = prices.subscribe();
    assertEquals(List.of(20, 21, 21, 22, 22), prices.closeNow());
    assertEquals(List.of(), prices.closeNow());
    assertNull(late.receiveOrNull());
  }
}
