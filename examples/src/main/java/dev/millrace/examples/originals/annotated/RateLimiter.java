package dev.millrace.examples.originals.annotated;

import dev.millrace.Sender;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Topology;
import java.io.PrintStream;

/**
 * A token bucket: the buffer is the bucket, and a full buffer makes the refill wait.
 *
 * <p>The program drives the clock itself, so it knows which tick brought which token.
 */
@Topology
@Buffer(channel = "tokens", size = RateLimiter.BURST)
public interface RateLimiter {

  /** How many tokens can be saved up. */
  int BURST = 3;

  /** Lets time pass; waits while the bucket is full. */
  @Producer("clock")
  void tick() throws InterruptedException;

  /** Takes a token, waiting for the clock if need be, and says which it is. */
  @Consumer("tokens")
  String acquire() throws InterruptedException;

  /** Fills the bucket at the start. */
  @Producer("tokens")
  default void fill(Sender<String> tokens) throws InterruptedException {
    for (int i = 1; i <= BURST; i++) {
      tokens.send("from the start");
    }
  }

  /** Adds a token. */
  @Consumer("clock")
  @Producer("tokens")
  default String refill() {
    return "after a tick";
  }

  /** Runs the program. */
  static void main(String[] args) throws InterruptedException {
    run(System.out);
  }

  /** Runs the program, printing to {@code out}. */
  static void run(PrintStream out) throws InterruptedException {
    try (var limiter = RateLimiterTopology.start()) {
      for (int request = 1; request <= BURST; request++) {
        out.println("request " + request + " served " + limiter.acquire());
      }
      for (int request = BURST + 1; request <= BURST + 3; request++) {
        limiter.tick();
        out.println("request " + request + " served " + limiter.acquire());
      }
    }
  }
}
