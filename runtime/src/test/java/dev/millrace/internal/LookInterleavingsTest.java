package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.Receiver;
import dev.millrace.annotation.Nullable;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@link LookTest} in all interleavings: a look lasts a few nanoseconds only. */
@Tag("lincheck")
class LookInterleavingsTest {

  private static final int ENOUGH = 200;

  /** Each of these costs a tenth of a second. */
  private static final int A_FEW = 30;

  @Test
  void sizeMeetsAStep() {
    Lincheck.runConcurrentTest(ENOUGH, LookInterleavingsTest::lookAtTheSize);
  }

  private static void lookAtTheSize() {
    GeneralChannel<Integer> channel = GeneralChannel.create("full", 2);
    channel.sendNow(1);
    channel.sendNow(2);
    Thread stepping =
        new Thread(
            () -> {
              channel.lock();
              channel.pull();
              channel.push(3);
              channel.unlockAndWake();
            });
    stepping.start();
    assertEquals(2, channel.size());
    join(stepping);
  }

  @Test
  void pollMeetsAMove() {
    Lincheck.runConcurrentTest(A_FEW, LookInterleavingsTest::pollForWhatMoves);
  }

  /** In the order in which it would be missed. */
  private static void pollForWhatMoves() {
    GeneralChannel<Integer> from = GeneralChannel.create("from", 1);
    GeneralChannel<Integer> to = GeneralChannel.create("to", 1);
    from.sendNow(1);
    ChannelSelect select = select(to, from);
    Thread moving =
        new Thread(
            () -> {
              to.sendNow(2);
              from.tryReceive();
            });
    moving.start();
    assertNotEquals(ChannelSelect.NOTHING, select.poll());
    join(moving);
  }

  @Test
  void pollOfMoreMeetsAMove() {
    Lincheck.runConcurrentTest(A_FEW, LookInterleavingsTest::pollBehindWhatMoves);
  }

  private static void pollBehindWhatMoves() {
    GeneralChannel<Integer> from = GeneralChannel.create("from", 1);
    GeneralChannel<Integer> to = GeneralChannel.create("to", 1);
    GeneralChannel<Integer> last = GeneralChannel.create("last", 1);
    from.sendNow(1);
    last.sendNow(3);
    ChannelSelect select = select(to, from, last);
    Thread moving =
        new Thread(
            () -> {
              to.sendNow(2);
              from.tryReceive();
            });
    moving.start();
    assertNotEquals(2, select.poll(), "there was a value before it at every instant");
    join(moving);
  }

  @Test
  void awaitMeetsTwoValuesInTheirOrder() {
    Lincheck.runConcurrentTest(ENOUGH, LookInterleavingsTest::awaitWhatIsSentInOrder);
  }

  private static void awaitWhatIsSentInOrder() {
    GeneralChannel<Integer> first = GeneralChannel.create("first", 1);
    GeneralChannel<Integer> second = GeneralChannel.create("second", 1);
    ChannelSelect select = select(first, second);
    Thread sending =
        new Thread(
            () -> {
              first.sendNow(1);
              second.sendNow(2);
            });
    sending.start();
    assertEquals(0, await(select), "the one before the other came earlier");
    join(sending);
  }

  @Test
  void pollMeetsTheEndOfAContributionBeforeAValue() {
    Lincheck.runConcurrentTest(ENOUGH, LookInterleavingsTest::pollForWhatIsSentAfterAnEnd);
  }

  private static void pollForWhatIsSentAfterAnEnd() {
    GeneralChannel<Integer> full = GeneralChannel.create("full", 0);
    GeneralChannel<Integer> second = GeneralChannel.create("second", 1);
    GeneralChannel<Integer> third = GeneralChannel.create("third", 1);
    SendEnd<Integer> end = new SendEnd<>(full, new NoOwner());
    SelectBuilder builder = new SelectBuilder(false);
    builder.addSend(end);
    builder.addReceive(second);
    builder.addReceive(third);
    ChannelSelect select = builder.build();
    select.offer(0, 7);
    third.sendNow(3);
    Thread closing = new Thread(end::close);
    Thread sending =
        new Thread(
            () -> {
              // Before the channel is told of it, which takes a little longer.
              if (end.isClosed()) {
                second.sendNow(2);
              }
            });
    closing.start();
    sending.start();
    try {
      assertEquals(2, select.poll(), "the refusal before the value came earlier");
    } catch (ChannelClosedException e) {
      assertTrue(end.isClosed());
    }
    join(closing);
    join(sending);
  }

  private static final class NoOwner implements SendEnd.Owner {
    @Override
    public void ended(@Nullable Throwable failure) {}

    @Override
    public void refused() {}
  }

  private static ChannelSelect select(Receiver<?>... channels) {
    SelectBuilder builder = new SelectBuilder(false);
    for (Receiver<?> channel : channels) {
      builder.addReceive(channel);
    }
    return builder.build();
  }

  private static int await(ChannelSelect select) {
    try {
      return select.await();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts", e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts", e);
    }
  }
}
