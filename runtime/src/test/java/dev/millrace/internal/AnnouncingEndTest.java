package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.Received;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.Polling;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * When an end of a ring parks without a limit, and who wakes it then. Whoever is not woken here
 * hangs, which fails the test.
 */
class AnnouncingEndTest extends ConcurrencyTest {

  private static final int CAPACITY = 4;
  private static final Duration SHORT = Duration.ofNanos(1);
  private static final int FEW = AnnouncingEnd.VALUES_WORTH_A_TIMER;

  private final OneToOneRing<Integer> channel = new OneToOneRing<>("c", CAPACITY);

  /** Has the receiver make a standing announcement, of which the sender knows nothing yet. */
  private void standAsReceiver() throws InterruptedException {
    assertEquals(new Received.Nothing<>(), channel.tryReceive(SHORT));
    assertTrue(channel.receiver.stands());
  }

  private TestThread<Integer> receiverWithoutLimit(ThreadKind kind) throws Exception {
    standAsReceiver();
    passOne();
    return parkedWithoutLimit(kind);
  }

  private TestThread<Integer> parkedWithoutLimit(ThreadKind kind) {
    var receiver = call(kind, channel::receiveOrNull).awaitParked();
    receiver.awaitState(Thread.State.WAITING);
    return receiver;
  }

  private TestThread<Boolean> senderWithoutLimit(ThreadKind kind) throws Exception {
    fill();
    assertFalse(channel.trySend(-1, SHORT));
    assertTrue(channel.sender.stands());
    channel.receiveNow();
    channel.sendNow(CAPACITY);
    var sender = run(kind, () -> channel.send(CAPACITY + 1)).awaitParked();
    sender.awaitState(Thread.State.WAITING);
    return sender;
  }

  private void fill() {
    for (int i = 0; i < CAPACITY; i++) {
      channel.sendNow(i);
    }
  }

  private void passOne() {
    channel.sendNow(0);
    channel.receiveNow();
  }

  @ParameterizedTest
  @EnumSource
  void aReceiverWhoseAnnouncementNobodyHasSeenParksWithALimit(ThreadKind kind) throws Exception {
    var receiver = call(kind, channel::receiveOrNull).awaitParked();
    receiver.awaitState(Thread.State.TIMED_WAITING);
    channel.sendNow(7);
    assertEquals(7, receiver.join());
  }

  @ParameterizedTest
  @EnumSource
  void aSenderWhoseAnnouncementNobodyHasSeenParksWithALimit(ThreadKind kind) throws Exception {
    fill();
    var sender = run(kind, () -> channel.send(CAPACITY)).awaitParked();
    sender.awaitState(Thread.State.TIMED_WAITING);
    channel.receiveNow();
    assertTrue(sender.join());
  }

  @ParameterizedTest
  @EnumSource
  void aValueWakesAReceiverThatHasNoLimit(ThreadKind kind) throws Exception {
    for (int i = 1; i <= 3; i++) {
      var receiver = receiverWithoutLimit(kind);
      channel.sendNow(i);
      assertEquals(i, receiver.join());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFirstPlaceWakesASenderThatHasNoLimit(ThreadKind kind) throws Exception {
    var sender = senderWithoutLimit(kind);
    channel.receiveNow();
    assertTrue(sender.join());
    assertEquals(CAPACITY, channel.size());
  }

  @ParameterizedTest
  @EnumSource
  void closeWakesAReceiverThatHasNoLimit(ThreadKind kind) throws Exception {
    var receiver = receiverWithoutLimit(kind);
    channel.close();
    assertNull(receiver.join());
    assertFalse(channel.somebodyWaits());
  }

  @ParameterizedTest
  @EnumSource
  void cutOffWakesASenderThatHasNoLimit(ThreadKind kind) throws Exception {
    var sender = senderWithoutLimit(kind);
    channel.cutOff(null);
    assertThrows(ChannelClosedException.class, sender::join);
    assertFalse(channel.somebodyWaits());
  }

  @ParameterizedTest
  @EnumSource
  void aSenderThatIsAboutToParkWakesAReceiverThatHasNoLimit(ThreadKind kind) throws Exception {
    var receiver = receiverWithoutLimit(kind);
    // As a send does, but without a look at the receiver.
    channel.fill(1, 7);
    channel.sender.advance(2);
    channel.sender.announce(channel.receiver, 1);
    channel.sender.endAnnouncement();
    assertEquals(7, receiver.join());
  }

  @ParameterizedTest
  @EnumSource
  void whoIsWokenForNothingParksAgainAndIsWoken(ThreadKind kind) throws Exception {
    var receiver = receiverWithoutLimit(kind);
    for (int i = 0; i < 3; i++) {
      channel.receiver.wake();
      Polling.until("it announces anew that it waits", channel.receiver::hasAnnounced);
    }
    channel.sendNow(7);
    assertEquals(7, receiver.join());
  }

  @ParameterizedTest
  @EnumSource
  void whoWasInterruptedIsWokenTheNextTime(ThreadKind kind) throws Exception {
    var interrupted = receiverWithoutLimit(kind);
    interrupted.interrupt();
    assertThrows(InterruptedException.class, interrupted::join);
    assertFalse(channel.somebodyWaits());
    var receiver = parkedWithoutLimit(kind);
    channel.sendNow(7);
    assertEquals(7, receiver.join());
  }

  @ParameterizedTest
  @EnumSource
  void whoWasTooLateIsWokenTheNextTime(ThreadKind kind) throws Exception {
    standAsReceiver();
    passOne();
    assertEquals(new Received.Nothing<>(), channel.tryReceive(Duration.ofMillis(1)));
    assertFalse(channel.somebodyWaits());
    var receiver = parkedWithoutLimit(kind);
    channel.sendNow(7);
    assertEquals(7, receiver.join());
  }

  @ParameterizedTest
  @EnumSource
  void whatWasAcknowledgedBeforeSaysNothingOfANewAnnouncement(ThreadKind kind) throws Exception {
    standAsReceiver();
    passOne();
    long earlier = channel.receiver.wakeAt;
    assertEquals(earlier, channel.sender.acknowledged);
    channel.receiver.parkedAt = -FEW;
    assertEquals(new Received.Nothing<>(), channel.tryReceive(SHORT));
    assertFalse(channel.receiver.stands(), "after so many values it takes the announcement back");
    standAsReceiver();
    assertNotEquals(earlier, channel.receiver.wakeAt);
    var receiver = call(kind, channel::receiveOrNull).awaitParked();
    receiver.awaitState(Thread.State.TIMED_WAITING);
    channel.sendNow(7);
    assertEquals(7, receiver.join());
    assertEquals(channel.receiver.wakeAt, channel.sender.acknowledged);
  }

  /** Announced by the test: a receiver that nobody has acknowledged looks by itself in the end. */
  @Test
  void theValueWithWhichAnAnnouncementIsSeenWakesToo() throws Exception {
    standAsReceiver();
    channel.receiver.announced = true;
    channel.sendNow(7);
    assertFalse(channel.receiver.hasAnnounced());
  }

  @Test
  void anAnnouncementThatDoesNotStandEndsWithTheWait() throws Exception {
    channel.receiver.parkedAt = -FEW - 1;
    assertEquals(new Received.Nothing<>(), channel.tryReceive(SHORT));
    assertEquals(AnnouncingEnd.NEVER, channel.receiver.wakeAt);
  }

  @Test
  void anAnnouncementStandsWhileFewValuesPass() throws Exception {
    standAsReceiver();
    for (int i = 0; i < FEW; i++) {
      passOne();
    }
    standAsReceiver();
  }

  @Test
  void aWaitThatIsOverAtOnceTakesItBackAfterManyValues() throws Exception {
    standAsReceiver();
    for (int i = 0; i < FEW; i++) {
      passOne();
      assertTrue(isOverAtOnce());
      assertTrue(channel.receiver.stands());
    }
    passOne();
    assertTrue(isOverAtOnce());
    assertFalse(channel.receiver.stands());
  }

  /** A wait of the receiver for a value that it has already received, and that comes once more. */
  private boolean isOverAtOnce() throws InterruptedException {
    long index = channel.receiver.index;
    channel.fill(index, 7);
    boolean over = channel.receiver.await(channel.sender, index, index, Waiter.FOREVER);
    channel.empty(index);
    return over;
  }

  @Test
  void whoNeverHasToWaitTakesItBackNowAndThen() throws Exception {
    fill();
    assertFalse(channel.trySend(-1, SHORT));
    while (channel.takeNow() != null) {}
    standAsReceiver();
    assertTrue(channel.sender.stands());
    for (int i = 0; i < 1_024; i++) {
      passOne();
    }
    assertFalse(channel.sender.stands());
    assertFalse(channel.receiver.stands());
  }
}
