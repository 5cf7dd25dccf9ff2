package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.Receiver;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.ThreadKind;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A tick that comes while a select looks at its arms. Nobody takes a lock for it, so nothing tells
 * the select that something has changed.
 */
class SilentLookTest extends ConcurrencyTest {

  private static final int ROUNDS = 500;

  /** Between the tick and the value there are so many arms that many ticks come in between. */
  private static final int IDLE = 200;

  private static final int TICK = 0;
  private static final int VALUE = IDLE + 1;

  private static final long UNKNOWN = Long.MIN_VALUE;

  /** Longer than it takes to put a value into the channel and to build a select. */
  private static final Duration SOON = Duration.ofNanos(200_000);

  private final GeneralChannel<Integer> idle = GeneralChannel.create("idle", 0);
  private final GeneralChannel<Integer> values = GeneralChannel.create("values", 1);

  private ChannelSelect select(Receiver<Instant> tick, boolean persistent) {
    var builder = new SelectBuilder(false);
    builder.addReceive(tick);
    for (int i = 0; i < IDLE; i++) {
      builder.addReceive(idle);
    }
    builder.addReceive(values);
    return (persistent ? builder.persistent() : builder).build();
  }

  /** Waits until the time is known, and has come. */
  private static void awaitTime(AtomicLong nanoTime) {
    while (nanoTime.get() == UNKNOWN || System.nanoTime() - nanoTime.get() < 0) {
      Thread.onSpinWait();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void pollFindsAValueOrTheTickThatCameBeforeItWasTaken(boolean persistent) throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      var started = new CountDownLatch(1);
      var due = new AtomicLong(UNKNOWN);
      var taking =
          run(
              ThreadKind.PLATFORM,
              () -> {
                started.countDown();
                awaitTime(due);
                values.tryReceive();
              });
      started.await();
      Receiver<Instant> tick = Receiver.after(SOON);
      due.set(System.nanoTime() + SOON.toNanos());
      values.sendNow(i);
      ChannelSelect select = select(tick, persistent);
      int arm = select.poll();
      while (arm == VALUE) {
        values.sendNow((Integer) select.takeValue(arm));
        arm = select.poll();
      }
      assertEquals(TICK, arm, "there was the one or the other at every instant");
      taking.join();
      values.tryReceive();
      select.deregister();
    }
  }
}
