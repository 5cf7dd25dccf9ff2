package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.Received;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.Polling;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the two ends of a one-to-one rendezvous meet and wake each other, step by step. */
class RendezvousEndTest extends ConcurrencyTest {

  private final OneToOneRendezvous<Integer> channel = new OneToOneRendezvous<>("c");

  private TestThread<Integer> parkedReceiver(ThreadKind kind) {
    return call(kind, channel::receiveOrNull).awaitParked();
  }

  private TestThread<Boolean> parkedSender(ThreadKind kind) {
    return run(kind, () -> channel.send(7)).awaitParked();
  }

  @ParameterizedTest
  @EnumSource
  void aSendWakesAParkedReceiver(ThreadKind kind) throws Exception {
    var receiver = parkedReceiver(kind);
    assertTrue(channel.trySend(7));
    assertEquals(7, receiver.join());
  }

  @ParameterizedTest
  @EnumSource
  void aReceiveWakesAParkedSender(ThreadKind kind) throws Exception {
    var sender = parkedSender(kind);
    assertEquals(new Received.Value<>(7), channel.tryReceive());
    assertTrue(sender.join());
  }

  /** Who met it in an earlier wait may come so late to wake it that it has begun another one. */
  @ParameterizedTest
  @EnumSource
  void whoIsWokenWithoutHavingBeenMetCanBeWokenAgain(ThreadKind kind) throws Exception {
    var receiver = parkedReceiver(kind);
    for (int i = 0; i < 3; i++) {
      channel.receiver.wake();
      Polling.until("it announces anew that it waits", channel.receiver::hasAnnounced);
    }
    assertTrue(channel.trySend(7));
    assertEquals(7, receiver.join());
  }

  @ParameterizedTest
  @EnumSource
  void whoHasBeenMetIsNotInterrupted(ThreadKind kind) throws Exception {
    var receiver =
        call(
            kind,
            () -> {
              Integer value = channel.receive();
              assertTrue(Thread.interrupted(), "the interrupt is left to the caller");
              return value;
            });
    receiver.awaitParked();
    // As a send does, but without waking it: the interrupt does.
    assertTrue(channel.point.give(7));
    receiver.interrupt();
    assertEquals(7, receiver.join());
  }

  @Test
  void whoHasBeenMetIsNotTooLate() throws Exception {
    ChannelProbe.withoutSpinning(channel);
    assertTrue(channel.point.enter(7));
    assertEquals(7, channel.point.takeOffered());
    assertTrue(channel.sender.await(7, Deadline.in(0)));
    assertTrue(channel.point.enter(8));
    assertFalse(channel.sender.await(8, Deadline.in(0)));
    assertNull(channel.point.present);
  }

  @ParameterizedTest
  @EnumSource
  void whoHasBeenMetDoesNotSeeTheEnd(ThreadKind kind) throws Exception {
    var receiver = parkedReceiver(kind);
    assertTrue(channel.point.give(7));
    channel.close();
    assertEquals(7, receiver.join());
    assertNull(channel.receiveOrNull());
    assertEquals(0, channel.discarded());
  }

  @ParameterizedTest
  @EnumSource
  void closeWakesAReceiver(ThreadKind kind) throws Exception {
    var receiver = parkedReceiver(kind);
    channel.close();
    assertNull(receiver.join());
    assertFalse(channel.somebodyWaits());
  }

  @ParameterizedTest
  @EnumSource
  void closeRefusesAWaitingSender(ThreadKind kind) throws Exception {
    var sender = parkedSender(kind);
    channel.close();
    assertThrows(ChannelClosedException.class, sender::join);
    assertNull(channel.receiveOrNull());
    assertEquals(1, channel.discarded());
    assertFalse(channel.somebodyWaits());
  }

  @ParameterizedTest
  @EnumSource
  void cutOffTellsBothEndsTheCause(ThreadKind kind) throws Exception {
    var cause = new IllegalStateException("broken");
    var sender = parkedSender(kind);
    channel.cutOff(cause);
    assertSame(cause, assertThrows(ChannelClosedException.class, sender::join).getCause());
    assertSame(cause, assertThrows(ChannelClosedException.class, channel::receive).getCause());
    assertEquals(List.of(), channel.closeNow());
    assertEquals(1, channel.discarded());
  }

  @Test
  void whoSendsAfterTheCloseDoesNotMeetAReceiverThatHasNotSeenIt() {
    assertTrue(channel.point.enter(MeetingPoint.RECEIVER));
    channel.close();
    assertThrows(ChannelClosedException.class, () -> channel.send(7));
    assertThrows(ChannelClosedException.class, () -> channel.trySend(7));
    assertTrue(channel.point.holds(MeetingPoint.RECEIVER));
  }

  @Test
  void whoReceivesAfterTheCloseDoesNotMeetASenderThatHasNotSeenIt() throws Exception {
    assertTrue(channel.point.enter(7));
    channel.close();
    assertNull(channel.receiveOrNull());
    assertEquals(new Received.Closed<>(null), channel.tryReceive());
    assertTrue(channel.point.holds(7));
  }

  @Test
  void whatWasClosedInOrderIsNotCutShortLater() throws Exception {
    channel.close();
    channel.cutOff(new IllegalStateException("too late"));
    assertNull(channel.receiveOrNull());
  }

  @Test
  void whoHasGivenUpDoesNotWait() throws Exception {
    assertEquals(new Received.Nothing<>(), channel.tryReceive(Duration.ofMillis(1)));
    assertFalse(channel.somebodyWaits());
    assertFalse(channel.trySend(7, Duration.ofMillis(1)));
    assertFalse(channel.somebodyWaits());
    assertFalse(channel.trySend(8));
    assertEquals(new Received.Nothing<>(), channel.tryReceive());
  }

  @ParameterizedTest
  @EnumSource
  void aParkedEndIsStandingStillOnlyUntilItIsMet(ThreadKind kind) throws Exception {
    var receiver = parkedReceiver(kind);
    assertTrue(channel.receiver.isWaiting());
    assertFalse(channel.sender.isWaiting());
    // Nobody wakes it, and so it goes on to say that it is parked.
    assertTrue(channel.point.give(7));
    assertFalse(channel.receiver.isWaiting());
    channel.receiver.wake();
    assertEquals(7, receiver.join());
    var sender = parkedSender(kind);
    assertTrue(channel.sender.isWaiting());
    assertFalse(channel.receiver.isWaiting());
    assertEquals(7, channel.receive());
    assertTrue(sender.join());
  }

  @Test
  void onlyTheOneThatHasComeIsPresent() {
    assertTrue(channel.point.enter(MeetingPoint.RECEIVER));
    assertTrue(channel.point.isPresent(false));
    assertFalse(channel.point.isPresent(true));
    assertTrue(channel.point.leave(MeetingPoint.RECEIVER));
    assertTrue(channel.point.enter(7));
    assertTrue(channel.point.isPresent(true));
    assertFalse(channel.point.isPresent(false));
    assertTrue(channel.point.leave(7));
    assertFalse(channel.point.isPresent(true) || channel.point.isPresent(false));
  }

  @Test
  void everythingThatHappensIsAMovement() throws Exception {
    Set<Long> movements = new HashSet<>(Set.of(channel.movement()));
    assertTrue(channel.point.enter(MeetingPoint.RECEIVER));
    channel.sendNow(1);
    assertTrue(movements.add(channel.movement()), "a send");
    assertEquals(1, channel.point.takeGiven());
    assertTrue(channel.point.enter(2));
    channel.receive();
    assertTrue(movements.add(channel.movement()), "a receive");
    channel.tryReceive(Duration.ofNanos(1));
    assertTrue(movements.add(channel.movement()), "a wait");
    channel.close();
    assertTrue(movements.add(channel.movement()), "a close");
    channel.cutOff(null);
    assertTrue(movements.add(channel.movement()), "a cut");
  }

  @Test
  void whatWasHandedOverIsNotKept() {
    assertTrue(channel.point.enter(MeetingPoint.RECEIVER));
    channel.sendNow(1);
    assertEquals(1, channel.point.takeGiven());
    assertNull(channel.point.given);
    assertFalse(channel.trySend(2));
    assertNull(channel.point.given);
    assertNull(channel.point.present);
  }

  @Test
  void aValueIsSentOrNotThoughABreathFails() throws Exception {
    channel.sender.breath = new BreathThatFails();
    assertTrue(channel.point.enter(MeetingPoint.RECEIVER));
    channel.sendNow(1);
    assertEquals(1, channel.point.takeGiven());
    assertTrue(channel.point.enter(MeetingPoint.RECEIVER));
    assertThrows(InternalError.class, () -> channel.send(2));
    assertTrue(channel.point.holds(MeetingPoint.RECEIVER), "it was not met");
    channel.send(2);
    assertEquals(2, channel.point.takeGiven());
    assertThrows(InternalError.class, () -> channel.trySend(3));
    assertFalse(channel.trySend(3));
  }

  @Test
  void aValueIsReceivedOrStaysThoughABreathFails() throws Exception {
    channel.receiver.breath = new BreathThatFails();
    assertTrue(channel.point.enter(1));
    assertEquals(1, channel.receive());
    assertTrue(channel.point.enter(2));
    assertThrows(InternalError.class, channel::receive);
    assertTrue(channel.point.holds(2));
    assertEquals(2, channel.receive());
  }

  /** The one that was met, too: its value is in the hands of the other end already. */
  @Test
  void whoHasBeenMetDoesNotFailToTakeWhatItWasGiven() throws Exception {
    channel.receiver.breath = new BreathThatFails();
    assertTrue(channel.point.enter(MeetingPoint.RECEIVER));
    assertTrue(channel.point.give(1));
    assertTrue(channel.receiver.await(MeetingPoint.RECEIVER, Waiter.FOREVER));
    assertEquals(1, channel.point.takeGiven());
  }

  /** Too deep a stack may be found anywhere. */
  private static Predicate<RendezvousEnd> failing(Runnable before) {
    return end -> {
      before.run();
      throw new StackOverflowError("of the test");
    };
  }

  private void spinNext() {
    channel.spinning.credit = 1;
  }

  @Test
  void nobodyMeetsAnEndThatAnErrorHasThrownOutOfItsWait() {
    for (Object token : List.of(MeetingPoint.RECEIVER, 7)) {
      RendezvousEnd end = token.equals(7) ? channel.sender : channel.receiver;
      spinNext();
      assertTrue(channel.point.enter(token));
      assertThrows(
          StackOverflowError.class, () -> end.await(token, failing(() -> {}), Waiter.FOREVER));
      assertNull(channel.point.present);
      assertEquals(0, end.index, "nothing has passed");
    }
  }

  @Test
  void whatWasGivenBeforeAnErrorIsReceived() throws Exception {
    spinNext();
    assertTrue(channel.point.enter(MeetingPoint.RECEIVER));
    assertTrue(
        channel.receiver.await(
            MeetingPoint.RECEIVER, failing(() -> channel.sendNow(1)), Waiter.FOREVER));
    assertEquals(1, channel.point.takeGiven());
  }

  @Test
  void whatWasTakenBeforeAnErrorIsSent() throws Exception {
    spinNext();
    assertTrue(channel.point.enter(7));
    assertTrue(channel.sender.await(7, failing(channel::receiveNow), Waiter.FOREVER));
  }

  /** What it does after it was met, too. */
  @Test
  void whatWasGivenIsReceivedThoughItIsNotCounted() throws Exception {
    channel.receiver.breath =
        new Breath() {
          @Override
          boolean isDue(int number) {
            throw new StackOverflowError("of the test");
          }
        };
    spinNext();
    assertTrue(channel.point.enter(MeetingPoint.RECEIVER));
    assertTrue(channel.point.give(1));
    assertTrue(channel.receiver.await(MeetingPoint.RECEIVER, Waiter.FOREVER));
    assertEquals(1, channel.point.takeGiven());
    assertTrue(channel.point.enter(MeetingPoint.RECEIVER));
    assertTrue(
        channel.receiver.await(
            MeetingPoint.RECEIVER, failing(() -> channel.sendNow(2)), Waiter.FOREVER));
    assertEquals(2, channel.point.takeGiven());
  }

  /** A park that finds the permit of the thread takes it, and the next one does not. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aVirtualThreadThatNeverWaitsTakesABreath(boolean sends) throws Exception {
    RendezvousEnd end = sends ? channel.sender : channel.receiver;
    var parked =
        run(
            ThreadKind.VIRTUAL,
            () -> {
              boolean due = false;
              for (int i = 1; !due; i++) {
                // Then it takes the breath before this value.
                due = end.breathes;
                LockSupport.unpark(Thread.currentThread());
                if (sends) {
                  assertTrue(channel.point.enter(MeetingPoint.RECEIVER));
                  channel.sendNow(i);
                  assertEquals(i, channel.point.takeGiven());
                } else {
                  assertTrue(channel.point.enter(i));
                  assertEquals(i, channel.receiveNow());
                }
              }
              LockSupport.park();
            });
    parked.awaitState(Thread.State.WAITING);
    parked.interrupt();
    assertTrue(parked.join());
  }
}
