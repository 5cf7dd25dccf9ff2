package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.Received;
import dev.millrace.annotation.Nullable;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.Polling;
import dev.millrace.harness.ThreadKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An error such as too deep a stack may come anywhere. A thread that it has thrown out of its wait
 * is not served any more, and whoever was served learns of it.
 */
class ErrorsInWaitsTest extends ConcurrencyTest {

  private final GeneralChannel<Integer> channel = GeneralChannel.create("c", 0);

  /** In the wait that begins next, before it fails. */
  private void failSpinningAfter(Runnable before) {
    channel.spinBudget = new SpinThatFails(before);
  }

  private void failBreathingAfter(Runnable before) {
    channel.breath = new BreathThatFails(before);
  }

  private void assertNobodyWaits() {
    ChannelProbe.assertNobodyQueued(channel);
    assertFalse(channel.trySend(1));
    assertInstanceOf(Received.Nothing.class, channel.tryReceive());
  }

  @Test
  void nobodyIsServedWhoFailedWhileItSpun() {
    failSpinningAfter(() -> {});
    assertThrows(StackOverflowError.class, channel::receive);
    assertNobodyWaits();
    assertThrows(StackOverflowError.class, () -> channel.send(1));
    assertNobodyWaits();
  }

  @Test
  void nobodyIsServedWhoseStackEnded() {
    failSpinningAfter(ErrorsInWaitsTest::descend);
    assertThrows(StackOverflowError.class, channel::receive);
    assertNobodyWaits();
    assertThrows(StackOverflowError.class, () -> channel.send(1));
    assertNobodyWaits();
  }

  @SuppressWarnings("InfiniteRecursion") // Until the stack ends.
  private static void descend() {
    descend();
  }

  /** Those of other flavours do so, too, and those who find the word in use. */
  @Test
  void nobodyIsServedWhoFailedWhileItSpunInTheQueue() {
    channel.expect();
    channel.give(0);
    channel.offer(0, null);
    channel.takeOffered();
    failSpinningAfter(() -> {});
    assertThrows(StackOverflowError.class, channel::receive);
    assertThrows(StackOverflowError.class, () -> channel.send(1));
    channel.takeGiven();
    channel.takeAnswer();
    assertNobodyWaits();
  }

  @Test
  void nobodyIsServedWhoFailedBeforeItParked() {
    failBreathingAfter(() -> {});
    assertThrows(InternalError.class, channel::receive);
    assertNobodyWaits();
    assertThrows(InternalError.class, () -> channel.send(1));
    assertNobodyWaits();
  }

  /** The sender was told that it is received. */
  @Test
  void aValueThatCameBeforeTheErrorIsReceived() throws Exception {
    failSpinningAfter(() -> channel.sendNow(1));
    assertEquals(1, channel.receive());
    failBreathingAfter(() -> channel.sendNow(2));
    assertEquals(2, channel.receive());
    assertNobodyWaits();
  }

  @Test
  void aValueThatWasTakenBeforeTheErrorIsSent() throws Exception {
    List<Integer> received = new ArrayList<>();
    failSpinningAfter(() -> received.add(channel.receiveNow()));
    channel.send(1);
    failBreathingAfter(() -> received.add(channel.receiveNow()));
    channel.send(2);
    assertEquals(List.of(1, 2), received);
    assertNobodyWaits();
  }

  @Test
  void anEndThatCameBeforeTheErrorIsTold() throws Exception {
    failSpinningAfter(channel::close);
    assertNull(channel.receiveOrNull());
    assertThrows(ChannelClosedException.class, () -> channel.send(1));
  }

  @Test
  void aRefusalThatCameBeforeTheErrorIsTold() {
    failBreathingAfter(channel::close);
    assertThrows(ChannelClosedException.class, () -> channel.send(1));
    ChannelProbe.assertNobodyQueued(channel);
  }

  /** Who hands a value to several subscribers one after the other must not do so having failed. */
  @Test
  void aBroadcastThatFailsReachesNobody() {
    Broadcast<Integer> broadcast = Broadcast.create("b", 0);
    Subscription<Integer> subscriber = broadcast.subscribe();
    broadcast.breath = new BreathThatFails();
    assertThrows(InternalError.class, () -> broadcast.send(1));
    assertInstanceOf(Received.Nothing.class, subscriber.tryReceive());
    broadcast.breath = new BreathThatFails(subscriber::receiveNow);
    assertDoesNotThrow(() -> broadcast.send(2), "somebody has it");
  }

  /** The wake-up after its hand-over has begun. */
  @Test
  void aBroadcastThatFailsLettingGoOfTheLockReachesNobody() {
    RendezvousBroadcast<Integer> broadcast = new RendezvousBroadcast<>("b");
    Subscription<Integer> subscriber = broadcast.subscribe();
    breakNextWakeUp(broadcast);
    assertThrows(NullPointerException.class, () -> broadcast.send(1));
    assertTrue(broadcast.handsNothingOver());
    assertFalse(broadcast.holdsValues());
    assertInstanceOf(Received.Nothing.class, subscriber.tryReceive());
  }

  @Test
  void aBroadcastThatFailsBeforeItsTurnReachesNobody() {
    RendezvousBroadcast<Integer> broadcast = new RendezvousBroadcast<>("b");
    Subscription<Integer> subscriber = broadcast.subscribe();
    broadcast.live().addAll(Collections.singletonList(null));
    assertThrows(NullPointerException.class, () -> broadcast.send(1));
    broadcast.live().remove(null);
    ChannelProbe.assertNobodyQueued(broadcast);
    assertFalse(broadcast.trySend(2));
    assertInstanceOf(Received.Nothing.class, subscriber.tryReceive());
  }

  @Test
  void aBroadcastThatFailsInItsTurnReachesNobody() {
    RendezvousBroadcast<Integer> broadcast = new RendezvousBroadcast<>("b");
    Subscription<Integer> subscriber = broadcast.subscribe();
    subscriber.receivers().add(nobodysPlace());
    assertThrows(NullPointerException.class, () -> broadcast.send(1));
    assertTrue(broadcast.handsNothingOver());
    assertFalse(broadcast.holdsValues());
    assertInstanceOf(Received.Nothing.class, subscriber.tryReceive());
  }

  @Test
  void aBroadcastThatFailsHavingReachedSomebodyReachesAll() throws Exception {
    RendezvousBroadcast<Integer> broadcast = new RendezvousBroadcast<>("b");
    Subscription<Integer> first = broadcast.subscribe();
    Subscription<Integer> second = broadcast.subscribe();
    var receiver = call(ThreadKind.VIRTUAL, first::receive);
    receiver.awaitParked();
    second.receivers().add(nobodysPlace());
    broadcast.send(1);
    assertEquals(1, receiver.join());
    assertEquals(1, second.receive());
    assertTrue(broadcast.handsNothingOver());
  }

  /** Each wake-up is its own: who was claimed is in no queue that another would look at. */
  @Test
  void whoGetsABroadcastIsWokenThoughAnotherWakeUpFails() throws Exception {
    Broadcast<Integer> broadcast = Broadcast.create("b", 0);
    Subscription<Integer> subscriber = broadcast.subscribe();
    var receiver = call(ThreadKind.VIRTUAL, subscriber::receive);
    receiver.awaitParked();
    breakNextWakeUp(broadcast);
    assertDoesNotThrow(() -> broadcast.send(1), "it is received");
    assertEquals(1, receiver.join());
  }

  private static void breakNextWakeUp(Broadcast<?> broadcast) {
    broadcast.lock();
    broadcast.toWake(1).addAll(Collections.singletonList(null));
    broadcast.unlock();
  }

  /** Whoever comes to claim it fails. */
  @SuppressWarnings("NullAway") // That is the point.
  private static Place nobodysPlace() {
    return new Place(null, 0);
  }

  /** This is a platform thread, so it takes no breath instead of spinning. */
  @Test
  void whoFailsLettingGoOfTheLockDoesNotWait() {
    ChannelProbe.spinning(channel);
    breakMarking();
    assertThrows(NullPointerException.class, channel::receive);
    assertTrue(channel.isUnused() && channel.receivers().looksEmpty());
    assertThrows(NullPointerException.class, () -> channel.send(1));
    assertTrue(channel.isUnused() && channel.senders().looksEmpty());
  }

  @Test
  void whoWasServedIsWokenByOneWhoFailsLettingGoOfTheLock() throws Exception {
    var receiver = call(ThreadKind.VIRTUAL, channel::receive);
    receiver.awaitParked();
    breakMarking();
    assertThrows(NullPointerException.class, () -> channel.sendNow(1));
    assertEquals(1, receiver.join());
  }

  /** In the queue, too. */
  @Test
  void whoFailsLettingGoOfTheLockLeavesTheQueue() {
    breakMarking();
    assertThrows(NullPointerException.class, channel::receive);
    assertTrue(channel.isUnused() && channel.receivers().looksEmpty());
    assertThrows(NullPointerException.class, () -> channel.send(1));
    assertTrue(channel.isUnused() && channel.senders().looksEmpty());
  }

  @Test
  void aCloseThatFailsTellsThoseWhoWait() throws Exception {
    var receiver = call(ThreadKind.VIRTUAL, channel::receiveOrNull);
    receiver.awaitParked();
    breakMarking();
    assertThrows(NullPointerException.class, channel::close);
    assertNull(receiver.join());
  }

  /** Each mark is its own: nothing else tells a select that stands at its channels of an end. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoStandsLearnsOfAnEndThoughAnotherMarkFails(boolean brokenFirst) throws Exception {
    var arms = new SelectBuilder(true).persistent();
    arms.addReceive(GeneralChannel.<Integer>create("other", 0));
    arms.addEnd(channel, new EndNotice());
    ChannelSelect select = arms.build();
    var selected = call(ThreadKind.VIRTUAL, select::await).awaitParked();
    Arm broken = new ReceiveArm(new SelectWaiter(), 0, channel);
    channel.lock();
    List<Arm> registered = new ArrayList<>(List.of(Objects.requireNonNull(channel.registered)));
    registered.add(brokenFirst ? 0 : registered.size(), broken);
    channel.registered = registered.toArray(Arm[]::new);
    channel.unlock();
    assertThrows(NullPointerException.class, channel::close);
    assertThrows(NullPointerException.class, selected::join, "woken, it marks as well");
  }

  // Selects

  private static SelectBuilder selectOf(boolean persistent, Flavour<?>... channels) {
    SelectBuilder arms = new SelectBuilder(true);
    if (persistent) {
      arms.persistent();
    }
    for (Flavour<?> each : channels) {
      arms.addReceive(each);
    }
    return arms;
  }

  /** It leaves its places one after the other, and is not served by the others meanwhile. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void noSelectIsServedThatFailed(boolean persistent) throws Exception {
    GeneralChannel<Integer> left = GeneralChannel.create("left first", 0);
    SelectBuilder arms = selectOf(persistent, left, channel);
    CountDownLatch fails = new CountDownLatch(1);
    arms.waiter.breath =
        new BreathThatFails(
            () -> {
              left.lock();
              fails.countDown();
            });
    ChannelSelect select = arms.build();
    var sender =
        call(
            ThreadKind.PLATFORM,
            () -> {
              fails.await();
              try {
                Polling.until("it has failed", () -> !arms.waiter.isWaiting());
                return channel.trySend(1);
              } finally {
                left.unlock();
              }
            });
    var selected = call(ThreadKind.VIRTUAL, select::await);
    assertThrows(InternalError.class, selected::join);
    assertFalse(sender.join());
    assertNobodyWaits();
    ChannelProbe.assertNobodyQueued(left);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aValueThatCameBeforeTheErrorIsSelected(boolean persistent) throws Exception {
    SelectBuilder arms = selectOf(persistent, GeneralChannel.<Integer>create("other", 0), channel);
    arms.waiter.breath = new BreathThatFails(() -> channel.sendNow(1));
    ChannelSelect select = arms.build();
    var selected = call(ThreadKind.VIRTUAL, () -> select.await() == 1 ? select.takeValue(1) : null);
    assertEquals(1, selected.join());
    assertNobodyWaits();
  }

  /** Nobody ends it again, and the channel would wait for it for ever. */
  @Test
  void theOwnerOfAContributionLearnsOfItsEnd() {
    List<String> told = new ArrayList<>();
    SendEnd<Integer> end =
        new SendEnd<>(
            channel,
            new SendEnd.Owner() {
              @Override
              public void ended(@Nullable Throwable failure) {
                told.add("ended");
              }

              @Override
              public void refused() {
                told.add("refused");
              }
            });
    Place broken = nobodysPlace();
    broken.contribution = end;
    channel.senders().add(broken);
    assertThrows(NullPointerException.class, end::close);
    assertEquals(List.of("ended"), told);
  }

  /** An arm that nobody can mark: it belongs to no set. */
  private void breakMarking() {
    channel.lock();
    channel.registered = new Arm[] {new ReceiveArm(new SelectWaiter(), 0, channel)};
    channel.unlock();
  }
}
