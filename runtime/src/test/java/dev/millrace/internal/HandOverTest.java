package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.Received;
import dev.millrace.annotation.Nullable;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.Polling;
import dev.millrace.harness.ThreadKind;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a word says to each side, in each of its states. */
class HandOverTest extends ConcurrencyTest {

  private final GeneralChannel<Integer> channel = GeneralChannel.create("c", 0);

  @Test
  void aReceiverIsGivenOneValue() {
    assertFalse(channel.give("early"));
    assertTrue(channel.expect());
    assertTrue(channel.isExpected());
    assertFalse(channel.isGiven());
    assertTrue(channel.give("a"));
    assertFalse(channel.isExpected());
    assertFalse(channel.give("b"));
    assertTrue(channel.isGiven());
    assertEquals("a", channel.takeGiven());
    assertTrue(channel.isUnused());
  }

  /** The next receiver would take what was given to the one before it. */
  @Test
  void nobodyExpectsBeforeTheLastValueIsTaken() {
    assertTrue(channel.expect());
    assertFalse(channel.expect());
    channel.give("a");
    assertFalse(channel.expect());
    channel.takeGiven();
    assertTrue(channel.expect());
  }

  @Test
  void whoWithdrawsIsNotGivenAnything() {
    channel.expect();
    assertTrue(channel.withdrawExpecting());
    assertFalse(channel.withdrawExpecting());
    assertFalse(channel.give("a"));
    assertTrue(channel.isUnused());
  }

  @Test
  void whoWasGivenAValueCannotWithdraw() {
    channel.expect();
    channel.give("a");
    assertFalse(channel.withdrawExpecting());
    assertEquals("a", channel.takeGiven());
  }

  @Test
  void anOfferIsTakenOnce() {
    assertNull(channel.takeOffered());
    assertTrue(channel.offer("a", null));
    assertTrue(channel.isOffered());
    assertFalse(channel.isAnswered());
    assertEquals("a", channel.takeOffered());
    assertFalse(channel.isOffered());
    assertNull(channel.takeOffered());
    assertTrue(channel.isAnswered());
    assertTrue(channel.takeAnswer());
    assertTrue(channel.isUnused());
  }

  /** The next sender would be told what became of the value of the one before it. */
  @Test
  void nobodyOffersBeforeTheLastAnswerIsTaken() {
    assertTrue(channel.offer("a", null));
    assertFalse(channel.offer("b", null));
    channel.takeOffered();
    assertFalse(channel.offer("b", null));
    channel.takeAnswer();
    assertTrue(channel.offer("b", null));
    assertEquals("b", channel.takeOffered());
  }

  @Test
  void whoWithdrawsItsOfferKeepsIt() {
    channel.offer("a", null);
    assertTrue(channel.withdrawOffer());
    assertFalse(channel.withdrawOffer());
    assertNull(channel.takeOffered());
    assertTrue(channel.isUnused());
  }

  @Test
  void whoseValueWasTakenCannotWithdraw() {
    channel.offer("a", null);
    channel.takeOffered();
    assertFalse(channel.withdrawOffer());
    assertTrue(channel.takeAnswer());
  }

  @Test
  void aRefusedOfferIsNotTaken() {
    channel.offer("a", null);
    channel.refuseOffer();
    assertNull(channel.takeOffered());
    assertFalse(channel.withdrawOffer());
    assertTrue(channel.isAnswered());
    assertFalse(channel.takeAnswer());
    assertTrue(channel.isUnused());
  }

  @Test
  void anEndRefusesOnlyWhatIsSentThroughIt() {
    SendEnd<Integer> one = new SendEnd<>(channel, new NoOwner());
    SendEnd<Integer> other = new SendEnd<>(channel, new NoOwner());
    channel.offer("a", one);
    channel.refuseOffer(other);
    assertTrue(channel.isOffered());
    channel.refuseOffer(one);
    assertFalse(channel.takeAnswer());
    channel.offer("b", null);
    channel.refuseOffer(one);
    assertTrue(channel.isOffered());
  }

  // What the channel makes of those who wait so

  @Test
  void whoSpinsCountsAsWaiting() {
    assertFalse(channel.trySend(1));
    channel.expect();
    assertTrue(channel.canPush());
    assertTrue(channel.trySend(1));
    assertFalse(channel.trySend(2));
    assertEquals(1, channel.takeGiven());
    channel.offer(3, null);
    assertTrue(channel.canPull());
    assertEquals(3, channel.receiveNow());
  }

  @Test
  void whoSpinsCountsForASelectThatLooks() {
    assertEquals(ChannelSelect.NOTHING, receiving(channel).poll());
    assertEquals(ChannelSelect.NOTHING, sending(channel).poll());
    channel.offer(1, null);
    ChannelSelect receiving = receiving(channel);
    assertEquals(0, receiving.poll());
    assertEquals(1, receiving.takeValue(0));
    channel.takeAnswer();
    channel.expect();
    assertEquals(0, sending(channel).poll());
    assertEquals(7, channel.takeGiven());
  }

  private static ChannelSelect receiving(Channel<Integer> channel) {
    SelectBuilder builder = new SelectBuilder(true);
    builder.addReceive(channel);
    return new ChannelSelect(builder);
  }

  private static ChannelSelect sending(Channel<Integer> channel) {
    SelectBuilder builder = new SelectBuilder(true);
    builder.addSend(channel);
    ChannelSelect select = new ChannelSelect(builder);
    select.offer(0, 7);
    return select;
  }

  @Test
  void aValueThatIsOfferedComesBehindTheBufferAndBeforeTheQueue() {
    GeneralChannel<Integer> buffered = GeneralChannel.create("buffered", 1);
    buffered.sendNow(1);
    buffered.offer(2, null);
    buffered.senders().add(sender(3));
    assertEquals(1, buffered.receiveNow());
    assertTrue(buffered.takeAnswer());
    assertEquals(1, buffered.size());
    assertEquals(2, buffered.receiveNow());
    assertEquals(3, buffered.receiveNow());
  }

  @Test
  void nobodySpinsPastAReceiverThatIsQueued() throws Exception {
    SoloWaiter earlier = new SoloWaiter(channel, false, SoloWaiter.Manner.PARKS);
    channel.receivers().add(earlier);
    ChannelProbe.spinning(channel);
    var later = call(ThreadKind.VIRTUAL, channel::receive);
    later.awaitParked();
    channel.sendNow(1);
    channel.sendNow(2);
    assertEquals(1, earlier.item);
    assertEquals(2, later.join());
  }

  @Test
  void nobodySpinsPastASenderThatIsQueued() throws Exception {
    channel.senders().add(sender(1));
    ChannelProbe.spinning(channel);
    var later = run(ThreadKind.VIRTUAL, () -> channel.send(2));
    later.awaitParked();
    assertEquals(1, channel.receiveNow());
    assertEquals(2, channel.receiveNow());
    assertTrue(later.join());
  }

  @Test
  void whoSpinsIsServedBeforeWhoIsQueued() {
    channel.expect();
    SoloWaiter receiver = new SoloWaiter(channel, false, SoloWaiter.Manner.PARKS);
    channel.receivers().add(receiver);
    channel.sendNow(1);
    assertTrue(receiver.isWaiting());
    assertEquals(1, channel.takeGiven());
    channel.sendNow(2);
    assertEquals(2, receiver.item);
  }

  private SoloWaiter sender(int value) {
    SoloWaiter sender = new SoloWaiter(channel, true, SoloWaiter.Manner.PARKS);
    sender.item = value;
    return sender;
  }

  @Test
  void whoOffersIsServedBeforeWhoIsQueued() {
    channel.offer(1, null);
    channel.senders().add(sender(2));
    assertEquals(1, channel.receiveNow());
    assertTrue(channel.takeAnswer());
    assertEquals(2, channel.receiveNow());
  }

  @Test
  void whoHasSpunIsTheFirstInTheQueue() {
    channel.expect();
    SoloWaiter later = new SoloWaiter(channel, false, SoloWaiter.Manner.PARKS);
    channel.receivers().add(later);
    SoloWaiter earlier = Objects.requireNonNull(channel.expectInQueue());
    assertTrue(channel.isUnused());
    channel.sendNow(1);
    channel.sendNow(2);
    assertEquals(1, earlier.item);
    assertEquals(2, later.item);
  }

  @Test
  void whoHasSpunWithAValueIsTheFirstInTheQueue() {
    channel.offer(1, null);
    channel.senders().add(sender(2));
    SoloWaiter earlier = Objects.requireNonNull(channel.offerInQueue(1, null));
    assertTrue(channel.isUnused());
    assertEquals(1, channel.receiveNow());
    assertFalse(earlier.isWaiting());
    assertEquals(2, channel.receiveNow());
  }

  @Test
  void whoWasServedDoesNotQueue() {
    channel.expect();
    channel.sendNow(1);
    assertNull(channel.expectInQueue());
    channel.offer(2, null);
    channel.receiveNow();
    assertNull(channel.offerInQueue(2, null));
    assertTrue(channel.receivers().looksEmpty() && channel.senders().looksEmpty());
  }

  @Test
  void aSelectThatWouldStandSeesWhoSpins() {
    SelectBuilder builder = new SelectBuilder(true);
    builder.addReceive(channel);
    ReceiveArm arm = (ReceiveArm) builder.arms.getFirst();
    arm.register(new ReadySet(1));
    assertTrue(arm.isAlone());
    channel.expect();
    assertFalse(arm.isAlone());
  }

  @Test
  void theEndOfAContributionTellsWhoSendsThroughIt() {
    SendEnd<Integer> end = new SendEnd<>(channel, new NoOwner());
    channel.offer(1, end);
    end.close();
    assertTrue(channel.isAnswered());
    assertFalse(channel.takeAnswer());
  }

  @Test
  void aCloseTellsWhoSpins() {
    channel.expect();
    channel.close();
    assertSame(Told.ENDED, channel.takeGiven());
    GeneralChannel<Integer> other = GeneralChannel.create("other", 0);
    other.offer(1, null);
    other.close();
    assertTrue(other.isAnswered());
    assertFalse(other.takeAnswer());
  }

  @Test
  void aClosedChannelGivesNothingThatWasOffered() {
    channel.offer(1, null);
    channel.close();
    assertInstanceOf(Received.Closed.class, channel.tryReceive());
    assertFalse(channel.takeAnswer());
  }

  @Test
  void theEndOfAContributionTellsWhoQueuesHavingSpun() {
    SendEnd<Integer> end = new SendEnd<>(channel, new NoOwner());
    channel.offer(1, end);
    SoloWaiter queued = Objects.requireNonNull(channel.offerInQueue(1, end));
    end.close();
    assertTrue(queued.closed);
    assertFalse(queued.isWaiting());
  }

  // A channel may live long after those who have sent to it

  @Test
  void anEndThatIsClosedIsForgotten() throws Exception {
    assertForgotten(offerThrough(SendEnd::close));
  }

  @Test
  void aClosedChannelForgetsTheEndThatWasOfferedThrough() throws Exception {
    assertForgotten(offerThrough(end -> channel.close()));
  }

  private WeakReference<SendEnd<Integer>> offerThrough(Consumer<SendEnd<Integer>> afterwards) {
    SendEnd<Integer> end = new SendEnd<>(channel, new NoOwner());
    channel.offer(1, end);
    channel.takeOffered();
    channel.takeAnswer();
    afterwards.accept(end);
    return new WeakReference<>(end);
  }

  private void assertForgotten(WeakReference<?> end) throws InterruptedException {
    try {
      Polling.until(
          "forgotten",
          () -> {
            System.gc();
            return end.refersTo(null);
          });
    } finally {
      Reference.reachabilityFence(channel);
    }
  }

  private static final class NoOwner implements SendEnd.Owner {
    @Override
    public void ended(@Nullable Throwable failure) {}

    @Override
    public void refused() {}
  }
}
