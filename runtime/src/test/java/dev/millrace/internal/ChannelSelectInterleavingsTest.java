package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.annotation.Nullable;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@link ChannelSelectTest} and {@link MarkedArmsTest} in all interleavings: real threads seldom
 * meet where it matters.
 */
@Tag("lincheck")
class ChannelSelectInterleavingsTest {

  private static final int ENOUGH = 100;

  @Test
  void aChoiceThatFailsLeavesTheOthers() {
    Lincheck.runConcurrentTest(
        ENOUGH, ChannelSelectInterleavingsTest::chooseWhomAnotherChannelServes);
  }

  private static void chooseWhomAnotherChannelServes() {
    GeneralChannel<Integer> wanted = GeneralChannel.create("wanted", 0);
    GeneralChannel<Integer> ready = GeneralChannel.create("ready", 1);
    SelectWaiter receiver = new SelectWaiter();
    receiver.begin();
    wanted.receivers().add(new Place(receiver, 0));
    ready.sendNow(1);
    SelectBuilder builder = new SelectBuilder(false);
    builder.addSend(wanted);
    builder.addReceive(ready);
    ChannelSelect select = builder.build();
    select.offer(0, 2);
    Thread serving = new Thread(() -> receiver.claim(9));
    serving.start();
    int happened = select.poll();
    assertTrue(happened >= 0, "nothing was ready");
    assertEquals(1 - happened, ready.size());
    join(serving);
  }

  @Test
  void whoIsToldOfACloseFindsItMarked() {
    Lincheck.runConcurrentTest(ENOUGH, ChannelSelectInterleavingsTest::pollWhenToldOfAClose);
  }

  private static void pollWhenToldOfAClose() {
    GeneralChannel<Integer> channel = GeneralChannel.create("channel", 0);
    SelectBuilder builder = new SelectBuilder(true).persistent();
    builder.addEnd(channel, new EndNotice());
    ChannelSelect select = builder.build();
    SelectWaiter receiver = new SelectWaiter();
    receiver.begin();
    channel.receivers().add(new Place(receiver, 0));
    Thread closing = new Thread(channel::close);
    closing.start();
    boolean told = !receiver.isWaiting();
    int happened = select.poll();
    assertTrue(happened == 0 || !told, "the end, which it was told of");
    join(closing);
  }

  @Test
  void whoSeesThatAContributionHasEndedIsRefused() {
    Lincheck.runConcurrentTest(ENOUGH, ChannelSelectInterleavingsTest::pollWhenAnEndIsClosed);
  }

  private static void pollWhenAnEndIsClosed() {
    SendEnd<Integer> end =
        new SendEnd<>(GeneralChannel.<Integer>create("channel", 0), new NoOwner());
    SelectBuilder builder = new SelectBuilder(true).persistent();
    builder.addSend(end);
    ChannelSelect select = builder.build();
    select.offer(0, 7);
    Thread closing = new Thread(end::close);
    closing.start();
    boolean closed = end.isClosed();
    boolean refused = false;
    try {
      assertEquals(ChannelSelect.NOTHING, select.poll());
    } catch (ChannelClosedException e) {
      refused = true;
    }
    assertTrue(refused || !closed, "it is closed, and yet only not ready");
    join(closing);
  }

  private static final class NoOwner implements SendEnd.Owner {
    @Override
    public void ended(@Nullable Throwable failure) {}

    @Override
    public void refused() {}
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts", e);
    }
  }
}
