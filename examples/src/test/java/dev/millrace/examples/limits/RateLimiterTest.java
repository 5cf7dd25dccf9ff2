package dev.millrace.examples.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.RunningTopology;
import dev.millrace.examples.Waiting;
import dev.millrace.examples.limits.RateLimiter.Permit;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
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

  /** The one that the refill waits with would be taken at once too. */
  @Test
  void noMoreThanTheBurstIsSavedUp() throws Exception {
    try (var limiter = RateLimiterTopology.start()) {
      long end = System.nanoTime() + LONG.toNanos();
      while (!refillWaits(limiter)) {
        assertTrue(System.nanoTime() < end, () -> "never full: " + limiter.snapshot());
        LockSupport.parkNanos(100_000);
      }
      assertEquals(RateLimiter.BURST, limiter.snapshot().channels().get(0).size() + 1);
    }
  }

  private static boolean refillWaits(RunningTopology limiter) {
    return limiter.snapshot().stages().stream()
        .anyMatch(stage -> stage.activity().equals("waiting to send on \"tokens\""));
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
