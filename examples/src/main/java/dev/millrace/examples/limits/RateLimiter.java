package dev.millrace.examples.limits;

import dev.millrace.Sender;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Case;
import dev.millrace.annotation.Otherwise;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;
import java.time.Duration;

/**
 * A bucket of ten tokens, refilled one by one; who finds it empty is told so, at once or in time.
 */
@Topology
@Buffer(channel = "tokens", size = RateLimiter.BURST - 1) // The last waits in the hands of refill.
public interface RateLimiter {

  /** How many tokens can be saved up. */
  int BURST = 10;

  /** How long a token takes to come. */
  Duration PERIOD = Duration.ofMillis(100);

  /** Whether the caller may go on. */
  sealed interface Permit {

    /** Here is a token. */
    @Case("tokens")
    record Granted(long serial) implements Permit {}

    /** There was none. */
    @Otherwise
    record Denied() implements Permit {}
  }

  /** Takes a token if there is one. */
  @Select
  Permit tryAcquire();

  /** Takes a token, waiting for it at most so long. */
  @Select
  Permit acquire(Duration timeout) throws InterruptedException;

  /** Fills the bucket, and then adds a token now and then; while it is full, this waits. */
  @Producer("tokens")
  default void refill(Sender<Long> tokens) throws InterruptedException {
    for (long serial = 1; ; serial++) {
      if (serial > BURST) {
        Thread.sleep(PERIOD);
      }
      tokens.send(serial);
    }
  }
}
