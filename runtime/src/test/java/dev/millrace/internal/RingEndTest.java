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
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the two ends of a one-to-one channel wake each other, step by step. */
class RingEndTest extends ConcurrencyTest {

  private static final int CAPACITY = 8;

  private final OneToOneRing<Integer> channel = new OneToOneRing<>("c", CAPACITY);

  private TestThread<Integer> waitingReceiver(ThreadKind kind) {
    return call(kind, channel::receiveOrNull).awaitParked();
  }

  private TestThread<Boolean> waitingSender(ThreadKind kind) throws InterruptedException {
    for (int i = 0; i < CAPACITY; i++) {
      channel.send(i);
    }
    return run(kind, () -> channel.send(CAPACITY)).awaitParked();
  }

  /** As if many values had passed since this end parked last: its announcement does not stand. */
  private static void busy(RingEnd end) {
    end.parkedAt = -1_000;
  }

  /** Announced by the test: a receiver looks by itself now and then, and may announce again. */
  @Test
  void aSendWakesAReceiverThatHasAnnounced() throws Exception {
    channel.receiver.announced = true;
    channel.receiver.wakeAt = 1;
    channel.send(7);
    assertFalse(channel.receiver.hasAnnounced(), "the send took note of it");
  }

  @ParameterizedTest
  @EnumSource
  void aReceiverWhoseAnnouncementWasMissedGoesOnWhenItsTimeIsUp(ThreadKind kind) throws Exception {
    busy(channel.receiver);
    var receiver = waitingReceiver(kind);
    channel.receiver.wakeAt = Long.MAX_VALUE;
    channel.send(7);
    assertEquals(7, receiver.join());
  }

  @ParameterizedTest
  @EnumSource
  void aSenderWhoseAnnouncementWasMissedGoesOnWhenItsTimeIsUp(ThreadKind kind) throws Exception {
    busy(channel.sender);
    var sender = waitingSender(kind);
    channel.sender.wakeAt = Long.MAX_VALUE;
    assertEquals(0, channel.receive());
    assertTrue(sender.join());
  }

  @ParameterizedTest
  @EnumSource
  void aSenderThatHasWaitedForLongIsWokenForTheFirstPlace(ThreadKind kind) throws Exception {
    busy(channel.sender);
    var sender = waitingSender(kind);
    Polling.until("it no longer waits for half of the buffer", () -> channel.sender.wakeAt == 1);
    assertEquals(0, channel.receive());
    assertTrue(sender.join());
  }

  @ParameterizedTest
  @EnumSource
  void anEndThatIsAboutToParkWakesTheOther(ThreadKind kind) throws Exception {
    // For what no receive reaches, as if it had been missed.
    channel.sender.announced = true;
    channel.sender.wakeAt = Long.MAX_VALUE - 1;
    var receiver = waitingReceiver(kind);
    Polling.until("the sender is woken", () -> !channel.sender.hasAnnounced());
    channel.close();
    assertNull(receiver.join());
  }

  @Test
  void whoHasGivenUpDoesNotWait() throws Exception {
    assertEquals(new Received.Nothing<>(), channel.tryReceive(Duration.ofMillis(1)));
    assertFalse(channel.receiver.hasAnnounced());
  }

  @ParameterizedTest
  @EnumSource
  void aSenderGoesOnWithOnePlaceThoughItWouldRatherHaveMore(ThreadKind kind) throws Exception {
    busy(channel.sender);
    var sender = waitingSender(kind);
    assertEquals(0, channel.receive());
    assertTrue(sender.join());
    assertEquals(CAPACITY, channel.size());
  }

  @Test
  void aSenderThatSpinsHoldsOutForMoreThanItNeedsButNotForLong() throws Exception {
    for (int i = 0; i < CAPACITY; i++) {
      channel.send(i);
    }
    channel.receiveNow();
    channel.sender.needed = 0;
    channel.sender.wished = 1;
    channel.sender.looksForWished = 2;
    assertFalse(channel.sender.isServed());
    assertFalse(channel.sender.isServed());
    assertTrue(channel.sender.isServed(), "for one place");
    channel.receiveNow();
    channel.sender.looksForWished = 1;
    assertTrue(channel.sender.isServed(), "for both");
    channel.sender.needed = 2;
    assertFalse(channel.sender.isServed());
    channel.close();
    assertTrue(channel.sender.isServed(), "closed");
  }

  @ParameterizedTest
  @EnumSource
  void aReceiverThatIsAboutToParkWakesTheSender(ThreadKind kind) throws Exception {
    var sender = waitingSender(kind);
    var receiver =
        call(
            kind,
            () -> {
              int sum = 0;
              for (Integer value; (value = channel.receiveOrNull()) != null; ) {
                sum += value;
              }
              return sum;
            });
    assertTrue(sender.join());
    channel.close();
    assertEquals(CAPACITY * (CAPACITY + 1) / 2, receiver.join());
  }

  @ParameterizedTest
  @EnumSource
  void aWaitingEndIsStandingStillOnlyWhileItCannotGoOn(ThreadKind kind) throws Exception {
    var receiver = waitingReceiver(kind);
    assertTrue(channel.receiver.isWaiting());
    assertFalse(channel.sender.isWaiting());
    channel.receiver.wakeAt = Long.MAX_VALUE - 1; // So that the send does not wake it.
    channel.send(7);
    assertFalse(channel.receiver.isWaiting());
    assertEquals(7, receiver.join());
  }

  @ParameterizedTest
  @EnumSource
  void closeWakesBothEnds(ThreadKind kind) throws Exception {
    var receiver = waitingReceiver(kind);
    channel.close();
    assertNull(receiver.join());
    var full = new OneToOneRing<Integer>("full", 1);
    full.send(1);
    var sender = run(kind, () -> full.send(2)).awaitParked();
    full.close();
    assertThrows(ChannelClosedException.class, sender::join);
    assertEquals(1, full.receive());
    assertNull(full.receiveOrNull());
    assertEquals(1, full.discarded());
  }

  @ParameterizedTest
  @EnumSource
  void cutOffTellsBothEndsAndCountsTheRest(ThreadKind kind) throws Exception {
    var cause = new IllegalStateException("broken");
    var sender = waitingSender(kind);
    channel.cutOff(cause);
    var refusal = assertThrows(ChannelClosedException.class, sender::join);
    assertEquals(cause, refusal.getCause());
    assertEquals(
        cause, assertThrows(ChannelClosedException.class, channel::receiveOrNull).getCause());
    assertEquals(CAPACITY + 1, channel.discarded());
    channel.closeNow();
    assertEquals(CAPACITY + 1, channel.discarded());
  }

  @ParameterizedTest
  @EnumSource
  void whatWasTakenToTheEndIsNotCutShortLater(ThreadKind kind) throws Exception {
    var receiver = waitingReceiver(kind);
    channel.close();
    assertNull(receiver.join());
    channel.cutOff(new IllegalStateException("too late"));
    assertNull(channel.receiveOrNull());
  }

  @ParameterizedTest
  @EnumSource
  void whatWasNotTakenToTheEndIsCutShort(ThreadKind kind) throws Exception {
    channel.send(1);
    channel.close();
    channel.cutOff(new IllegalStateException("in time"));
    var receiver = call(kind, channel::receiveOrNull);
    assertThrows(ChannelClosedException.class, receiver::join);
    assertEquals(1, channel.discarded());
  }

  @Test
  void closeTakesNoteOfBothAnnouncements() {
    channel.sender.announced = true;
    channel.receiver.announced = true;
    channel.close();
    assertFalse(channel.sender.hasAnnounced());
    assertFalse(channel.receiver.hasAnnounced());
  }

  @Test
  void aFailureIsToldThoughTheRestIsCutOffForAnotherReason() throws Exception {
    var failure = new IllegalStateException("failed");
    channel.send(1);
    channel.close(failure);
    channel.cutOff(new IllegalStateException("stopped"));
    assertSame(failure, assertThrows(ChannelClosedException.class, channel::receive).getCause());
  }

  @Test
  void whatIsCutOffStaysSoWhateverIsClosedLater() throws Exception {
    channel.send(1);
    channel.cutOff(null);
    assertFalse(channel.tryClose());
    assertFalse(channel.tryClose(new IllegalStateException("too late")));
    channel.cutOff(new IllegalStateException("too late"));
    assertNull(channel.receiveOrNull());
  }

  @Test
  void everythingThatHappensIsAMovement() throws Exception {
    Set<Long> movements = new HashSet<>(Set.of(channel.movement()));
    channel.send(1);
    assertTrue(movements.add(channel.movement()), "a send");
    channel.receive();
    assertTrue(movements.add(channel.movement()), "a receive");
    channel.tryReceive(Duration.ofNanos(1));
    assertTrue(movements.add(channel.movement()), "a wait");
    channel.close();
    assertTrue(movements.add(channel.movement()), "a close");
    channel.cutOff(null);
    assertTrue(movements.add(channel.movement()), "a cut");
  }

  /** Of so many values the last one has its thread look at the clock. */
  private static final int VALUES_PER_LOOK = 1_024;

  private void pass(int values) throws InterruptedException {
    for (int i = 0; i < values; i++) {
      channel.send(i);
      assertEquals(i, channel.receive());
    }
  }

  @Test
  void aValueIsNotSentIfTheBreathBeforeItFails() throws Exception {
    pass(VALUES_PER_LOOK - 1);
    channel.sender.breath = new BreathThatFails();
    assertThrows(InternalError.class, () -> channel.send(7));
    assertEquals(0, channel.size());
    assertEquals(new Received.Nothing<>(), channel.tryReceive());
    channel.sender.breath = new Breath();
    channel.send(8);
    assertEquals(8, channel.receive());
  }

  @Test
  void aValueStaysIfTheBreathBeforeItsReceiveFails() throws Exception {
    pass(VALUES_PER_LOOK - 1);
    channel.send(7);
    channel.receiver.breath = new BreathThatFails();
    assertThrows(InternalError.class, channel::receive);
    assertEquals(1, channel.size());
    channel.receiver.breath = new Breath();
    assertEquals(new Received.Value<>(7), channel.tryReceive());
  }

  /** To spin for each place that a slow receiver frees, for ever, costs more than to park. */
  @Test
  void aSenderEarnsNothingByASpinForTheOnePlaceThatItNeeds() throws Exception {
    for (int i = 0; i < CAPACITY; i++) {
      channel.send(i);
    }
    channel.receive();
    channel.spinning.credit = 5;
    for (int spin = 0; spin < 100; spin++) {
      channel.sender.lookAgain(0, 1, Waiter.FOREVER);
    }
    assertTrue(channel.spinning.credit <= 5, "one place");
    channel.receive();
    channel.spinning.credit = 5;
    channel.sender.lookAgain(0, 1, Waiter.FOREVER);
    assertEquals(6, channel.spinning.credit, "all that it wished for");
  }

  @Test
  void aSenderIsAsPatientAsItsLongBufferIsLarge() throws Exception {
    var ring = new OneToOneRing<Integer>("long", 512);
    for (int i = 0; i < 512; i++) {
      ring.send(i);
    }
    for (int i = 0; i <= 256; i++) {
      ring.receive();
    }
    ring.spinning.credit = 5;
    ring.sender.lookAgain(0, 256, Waiter.FOREVER);
    assertEquals(6, ring.spinning.credit);
  }

  @Test
  void anEndThatLooksInVainParksInTheEnd() {
    var ring = new OneToOneRing<Integer>("long", 512);
    ring.spinning.credit = 5;
    for (int spin = 0; spin < 3; spin++) {
      ring.receiver.lookAgain(0, 0, Waiter.FOREVER);
    }
    assertEquals(0, ring.spinning.credit);
  }

  @Test
  void anEndWithCreditSpinsBeforeItParks() throws Exception {
    channel.spinning.credit = 5;
    assertEquals(new Received.Nothing<>(), channel.tryReceive(Duration.ofMillis(1)));
    assertTrue(channel.spinning.credit < 5, "it spun in vain");
  }

  /** What an end parks between two probes, with so many values passing with each park. */
  private int parksUntilItProbes(int valuesPerPark) {
    RingEnd end = channel.sender;
    int parks = 0;
    do {
      end.waits++;
      end.index += valuesPerPark;
      parks++;
    } while (!end.isToProbe());
    return parks;
  }

  @Test
  void anEndThatParksAgainAndAgainProbesLessAndLessOften() {
    for (int parks : new int[] {8, 32, 128, 512, 512}) {
      assertEquals(parks, parksUntilItProbes(2 * CAPACITY));
    }
  }

  @Test
  void anEndThatHasParkedOftenProbesBeforeItParks() throws Exception {
    channel.spinning.credit = 0;
    channel.receiver.waits = 8;
    channel.tryReceive(Duration.ofMillis(1));
    assertEquals(SpinBudget.SEVERAL_CARRIERS ? 8 : 0, channel.receiver.waitsAtProbe);
  }

  @Test
  void anEndProbesSoonIfTheLastProbeHasPaid() {
    for (int parks : new int[] {8, 32, 128}) {
      assertEquals(parks, parksUntilItProbes(CAPACITY));
    }
    channel.sender.index += 1_000L * CAPACITY;
    for (int parks : new int[] {8, 32}) {
      assertEquals(parks, parksUntilItProbes(CAPACITY));
    }
  }

  /** As after hours of waits with credit. */
  @Test
  void anEndProbesHoweverManyParksAgoTheLastProbeWas() {
    RingEnd end = channel.sender;
    end.waitsAtProbe = 5;
    end.waits = end.waitsAtProbe + Integer.MIN_VALUE;
    end.probesInVain = 2;
    assertTrue(end.isToProbe());
    assertEquals(3, end.probesInVain, "so few values have passed that the last one has not paid");
    assertEquals(end.waits, end.waitsAtProbe);
  }

  /** A park that finds the permit of the thread takes it, and the next one does not. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aVirtualThreadThatNeverWaitsTakesABreath(boolean sends) throws Exception {
    RingEnd end = sends ? channel.sender : channel.receiver;
    var parked =
        run(
            ThreadKind.VIRTUAL,
            () -> {
              for (int i = 0; end.breath.slice == 0; i++) {
                LockSupport.unpark(Thread.currentThread());
                channel.sendNow(i);
                channel.receiveNow();
              }
              LockSupport.park();
            });
    parked.awaitState(Thread.State.WAITING);
    parked.interrupt();
    assertTrue(parked.join());
  }
}
