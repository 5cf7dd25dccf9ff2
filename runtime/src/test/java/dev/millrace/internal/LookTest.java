package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Overflow;
import dev.millrace.Received;
import dev.millrace.harness.Body;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A look without the lock tells only what was true at one instant. */
class LookTest extends ConcurrencyTest {

  private static final int STEPS = 500_000;

  /** Arms between two others, so that a look at the one is some time before that at the other. */
  private static final int IDLE = 30;

  /** As when a receiver takes the head and a waiting sender is let in, in one step. */
  @Test
  void sizeIsNeverWhatItIsInTheMiddleOfAStep() throws Exception {
    GeneralChannel<Integer> channel = GeneralChannel.create("full", 2);
    channel.sendNow(1);
    channel.sendNow(2);
    look(
        () -> {
          assertEquals(2, channel.size());
          assertTrue(channel.isFull());
        },
        () -> {
          channel.lock();
          channel.pull();
          channel.push(3);
          channel.unlockAndWake();
        });
  }

  @Test
  void droppedIsNeverWhatItIsInTheMiddleOfAStep() throws Exception {
    GeneralChannel<Integer> channel =
        GeneralChannel.create("odd", 1, Overflow.DROP_OLDEST, loser -> {});
    channel.sendNow(1);
    look(
        () -> assertEquals(0, channel.dropped() % 2),
        () -> {
          channel.lock();
          channel.push(2);
          channel.push(3);
          channel.takeLoser();
          channel.unlockAndWake();
        });
  }

  @Test
  void pollFindsAValueThatIsAlwaysInOneOfTwoChannels() throws Exception {
    GeneralChannel<Integer> one = GeneralChannel.create("one", Integer.MAX_VALUE);
    GeneralChannel<Integer> other = GeneralChannel.create("other", Integer.MAX_VALUE);
    var builder = new SelectBuilder(false);
    builder.addReceive(one);
    GeneralChannel<Integer> idle = GeneralChannel.create("idle", 0);
    for (int i = 0; i < IDLE; i++) {
      builder.addReceive(idle);
    }
    builder.addReceive(other);
    ChannelSelect select = builder.build();
    one.sendNow(0);
    look(
        () -> {
          int arm = select.poll();
          assertNotEquals(ChannelSelect.NOTHING, arm, "there was a value at every instant");
          (arm == 0 ? one : other).sendNow((Integer) select.takeValue(arm));
        },
        () -> {
          move(one, other);
          move(other, one);
        });
  }

  @Test
  void pollTakesNothingBehindAValueThatIsAlwaysInOneOfTwoChannels() throws Exception {
    GeneralChannel<Integer> one = GeneralChannel.create("one", Integer.MAX_VALUE);
    GeneralChannel<Integer> other = GeneralChannel.create("other", Integer.MAX_VALUE);
    GeneralChannel<Integer> last = GeneralChannel.create("last", 1);
    var builder = new SelectBuilder(false);
    builder.addReceive(one);
    builder.addReceive(other);
    builder.addReceive(last);
    ChannelSelect select = builder.build();
    one.sendNow(0);
    last.sendNow(0);
    look(
        () -> {
          int arm = select.poll();
          assertNotEquals(2, arm, "there was a value of a higher priority at every instant");
          (arm == 0 ? one : other).sendNow((Integer) select.takeValue(arm));
        },
        () -> {
          move(one, other);
          move(other, one);
        });
  }

  @Test
  void pollWaitsForTheEndOfAStepInAnyOfItsChannels() throws Exception {
    GeneralChannel<Integer> one = GeneralChannel.create("one", 1);
    GeneralChannel<Integer> other = GeneralChannel.create("other", 1);
    var builder = new SelectBuilder(false);
    builder.addReceive(one);
    builder.addReceive(other);
    ChannelSelect select = builder.build();
    for (GeneralChannel<Integer> changing : List.of(one, other)) {
      changing.sendNow(1);
      changing.lock();
      changing.pull();
      TestThread<Integer> polling = call(ThreadKind.PLATFORM, select::poll);
      polling.awaitState(Thread.State.TIMED_WAITING);
      changing.push(2);
      changing.unlockAndWake();
      int arm = polling.join();
      assertNotEquals(ChannelSelect.NOTHING, arm, "there was a value before and after the step");
      assertEquals(2, select.takeValue(arm));
    }
  }

  /** There is one value more for a moment, and never one less, unless somebody holds it. */
  private static void move(GeneralChannel<Integer> from, GeneralChannel<Integer> to) {
    to.sendNow(1);
    if (!(from.tryReceive() instanceof Received.Value)) {
      to.tryReceive();
    }
  }

  /** Looks again and again while another thread takes its step many times. */
  private void look(Body look, Body step) throws Exception {
    var stepping =
        run(
            ThreadKind.PLATFORM,
            () -> {
              for (int i = 0; i < STEPS; i++) {
                step.run();
              }
            });
    while (stepping.isAlive()) {
      look.run();
    }
  }
}
