package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.ChannelClosedException;
import dev.millrace.annotation.Nullable;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.Polling;
import dev.millrace.harness.ThreadKind;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What only those can see who are told of a step before it is over. */
class MarkedArmsTest extends ConcurrencyTest {

  private static final int OTHERS = 50_000;

  /**
   * The first of many who wait is told of the close while the others are still being told. From
   * then on no select may say that the channel is open.
   */
  @RepeatedTest(10)
  void whoIsToldOfACloseFindsItMarked() throws Exception {
    GeneralChannel<Integer> channel = GeneralChannel.create("channel", 0);
    var builder = new SelectBuilder(true).persistent();
    builder.addEnd(channel, new EndNotice());
    ChannelSelect select = builder.build();
    SelectWaiter told = waiting(channel);
    for (int i = 0; i < OTHERS; i++) {
      waiting(channel);
    }
    var closing = run(ThreadKind.PLATFORM, channel::close);
    Polling.until("told", () -> !told.isWaiting());
    assertEquals(0, select.poll(), "told of the close");
    closing.join();
  }

  /** The same for a close that takes what is buffered, and with it makes an end. */
  @RepeatedTest(10)
  void whoIsToldOfACloseNowFindsTheEndMarked() throws Exception {
    GeneralChannel<Integer> channel = GeneralChannel.create("channel", 1);
    channel.sendNow(0);
    var builder = new SelectBuilder(true).persistent();
    builder.addEnd(channel, new EndNotice());
    ChannelSelect select = builder.build();
    SelectWaiter told = new SelectWaiter();
    told.begin();
    channel.senders().add(sender(told));
    for (int i = 0; i < OTHERS; i++) {
      SelectWaiter other = new SelectWaiter();
      other.begin();
      channel.senders().add(sender(other));
    }
    var closing = run(ThreadKind.PLATFORM, channel::closeNow);
    Polling.until("told", () -> !told.isWaiting());
    assertEquals(0, select.poll(), "told of the close");
    closing.join();
  }

  /** Those who wait for the end are told of it by whoever takes the last value. */
  @RepeatedTest(10)
  void whoIsToldOfTheEndFindsItMarked() throws Exception {
    GeneralChannel<Integer> channel = GeneralChannel.create("channel", 1);
    channel.sendNow(0);
    channel.close();
    var builder = new SelectBuilder(true).persistent();
    builder.addEnd(channel, new EndNotice());
    ChannelSelect select = builder.build();
    SelectWaiter told = new SelectWaiter();
    told.begin();
    channel.endWatchers().add(new Place(told, 0));
    for (int i = 0; i < OTHERS; i++) {
      SelectWaiter other = new SelectWaiter();
      other.begin();
      channel.endWatchers().add(new Place(other, 0));
    }
    var receiving = run(ThreadKind.PLATFORM, channel::receive);
    Polling.until("told", () -> !told.isWaiting());
    assertEquals(0, select.poll(), "told of the end");
    receiving.join();
  }

  /**
   * A contribution ends without its channel's lock, so nobody can mark the arm that sends there.
   */
  @Test
  void theEndOfAContributionIsARefusal() {
    GeneralChannel<Integer> channel = GeneralChannel.create("channel", 0);
    SendEnd<Integer> contribution =
        new SendEnd<>(
            channel,
            new SendEnd.Owner() {
              @Override
              public void ended(@Nullable Throwable failure) {}

              @Override
              public void refused() {}
            });
    var builder = new SelectBuilder(true).persistent();
    builder.addSend(contribution);
    ChannelSelect select = builder.build();
    select.offer(0, 1);
    assertEquals(ChannelSelect.NOTHING, select.poll());
    contribution.close();
    assertThrows(ChannelClosedException.class, select::poll);
  }

  /** Another thread may be selecting, so that what two reads find was never so at one instant. */
  @Test
  void aLookTellsNothingOfMoreMarksThanItReadsAtOnce() {
    for (int arms : List.of(Long.SIZE, Long.SIZE + 1)) {
      var builder = new SelectBuilder(true).persistent();
      for (int arm = 0; arm < arms; arm++) {
        builder.addReceive(GeneralChannel.create("channel " + arm, 0));
      }
      ChannelSelect select = builder.build();
      assertEquals(ChannelSelect.NOTHING, select.poll());
      assertEquals(arms == Long.SIZE, select.findsNothing());
    }
  }

  private static SelectWaiter waiting(GeneralChannel<Integer> channel) {
    SelectWaiter waiter = new SelectWaiter();
    waiter.begin();
    channel.receivers().add(new Place(waiter, 0));
    return waiter;
  }

  private static Place sender(SelectWaiter waiter) {
    Place place = new Place(waiter, 0);
    place.item = 1;
    return place;
  }
}
