package dev.millrace.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.Channel;
import dev.millrace.annotation.Nullable;
import dev.millrace.generated.Turnstile.Lane;
import java.util.List;
import java.util.Objects;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Receiving and drawing the ticket are one step: were they two, a worker that is stopped between
 * them would be overtaken. On real threads that takes a stop of a few nanoseconds' width.
 */
@Tag("lincheck")
class TurnstileInterleavingsTest {

  private static final int ENOUGH = 400;

  @Test
  void noWorkerIsOvertakenBetweenReceivingAndItsTicket() {
    Lincheck.runConcurrentTest(ENOUGH, TurnstileInterleavingsTest::twoWorkers);
  }

  private static void twoWorkers() {
    Channel<Integer> input = Channel.buffered(2);
    Channel<Integer> output = Channel.buffered(2);
    input.sendNow(1);
    input.sendNow(2);
    Turnstile<Integer> turnstile = new Turnstile<>(input);
    Worker first = new Worker(turnstile, output);
    Worker second = new Worker(turnstile, output);
    Thread other = new Thread(second);
    other.start();
    first.run();
    try {
      other.join();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts", e);
    }
    first.throwIfFailed();
    second.throwIfFailed();
    assertEquals(List.of(1, 2), output.closeNow());
  }

  /** Passes one value on. */
  private static final class Worker implements Runnable {

    private final Lane<Integer> lane;
    private final Channel<Integer> output;
    private @Nullable Throwable failure;

    Worker(Turnstile<Integer> turnstile, Channel<Integer> output) {
      this.lane = turnstile.enter();
      this.output = output;
    }

    @Override
    public void run() {
      try {
        int value = Objects.requireNonNull(lane.receiveOrNull());
        lane.awaitTurn();
        output.sendNow(value);
        lane.passTurn();
      } catch (Throwable e) {
        failure = e;
      }
    }

    void throwIfFailed() {
      if (failure != null) {
        throw new AssertionError(failure);
      }
    }
  }
}
