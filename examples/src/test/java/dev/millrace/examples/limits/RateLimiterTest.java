package dev.millrace.examples.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.examples.Waiting;
import dev.millrace.examples.limits.RateLimiter.Permit;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A select that does not wait, or not for ever. */
@Timeout(60)
class RateLimiterTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void tokensComeInOrder() throws Exception {
    try (var limiter = RateLimiterTopology.start()) {
      for (long serial = 1; serial <= RateLimiter.BURST + 2; serial++) {
        assertEquals(new Permit.Granted(serial), limiter.acquire(LONG));
      }
    }
  }

  @Test
  void whatIsLeftIsGrantedAtTheEndAndThenNothing() throws Exception {
    var limiter = RateLimiterTopology.start();
    assertEquals(new Permit.Granted(1), limiter.acquire(LONG));
    limiter.stop();
    long last = 1;
    while (limiter.tryAcquire() instanceof Permit.Granted(long serial)) {
      assertEquals(++last, serial);
    }
    limiter.join();
    assertEquals(new Permit.Denied(), limiter.acquire(Duration.ZERO));
    limiter.close();
  }

  @Test
  void aWaitForATokenCanBeInterrupted() throws Exception {
    try (var limiter = RateLimiterTopology.start()) {
      var waiting =
          Waiting.in(
              () -> {
                while (true) {
                  Permit unused = limiter.acquire(LONG);
                }
              });
      assertThrows(InterruptedException.class, waiting.interrupt()::result);
    }
  }
}
