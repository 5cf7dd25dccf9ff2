package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

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
    SelectBuilder builder = new SelectBuilder(false);
    builder.addReceive(to);
    builder.addReceive(from);
    ChannelSelect select = builder.build();
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

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts", e);
    }
  }
}
