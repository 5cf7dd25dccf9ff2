package dev.millrace.examples.originals.library;

import dev.millrace.Channel;
import dev.millrace.Received;
import dev.millrace.Receiver;
import dev.millrace.Signal;
import java.io.PrintStream;

/**
 * A token bucket: a request needs a token, three may be saved up, and each tick of a clock brings
 * one more.
 *
 * <p>The clock is a channel, so anything can drive it: a {@link dev.millrace.Ticker} elsewhere,
 * here the program itself, which therefore knows what happens when.
 */
public final class RateLimiter {

  private static final int BURST = 3;

  private final Channel<Signal> tokens = Channel.buffered("tokens", BURST);

  /** Makes a full bucket that is refilled by a clock for as long as the goroutines run. */
  private RateLimiter(Receiver<?> clock, Goroutines goroutines) {
    for (int i = 0; i < BURST; i++) {
      tokens.sendNow(Signal.SIGNAL);
    }
    goroutines.go(
        () -> {
          while (clock.receiveOrNull() != null) {
            tokens.trySend(Signal.SIGNAL); // What does not fit into the bucket is spilt.
          }
        });
  }

  /** Takes a token if there is one now. */
  private boolean tryAcquire() {
    return tokens.tryReceive() instanceof Received.Value;
  }

  /** Takes a token, waiting for the clock if need be. */
  private void acquire() throws InterruptedException {
    tokens.receive();
  }

  /** Runs the program. */
  public static void main(String[] args) throws InterruptedException {
    run(System.out);
  }

  static void run(PrintStream out) throws InterruptedException {
    Channel<Signal> clock = Channel.rendezvous("clock");
    try (Goroutines goroutines = new Goroutines()) {
      RateLimiter limiter = new RateLimiter(clock, goroutines);
      for (int request = 1; request <= 5; request++) {
        out.println("request " + request + (limiter.tryAcquire() ? " served" : " turned away"));
      }
      for (int request = 6; request <= 8; request++) {
        clock.send(Signal.SIGNAL);
        limiter.acquire();
        out.println("request " + request + " served after a tick");
      }
      out.println("request 9" + (limiter.tryAcquire() ? " served" : " turned away"));
    }
  }
}
