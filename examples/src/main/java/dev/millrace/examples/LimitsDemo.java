package dev.millrace.examples;

import dev.millrace.examples.limits.RateLimiter;
import dev.millrace.examples.limits.RateLimiter.Permit;
import dev.millrace.examples.limits.RateLimiterTopology;
import java.time.Duration;

/** Ten requests at once, as many more as there happen to be tokens for, and one that waits. */
public final class LimitsDemo {

  private LimitsDemo() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws InterruptedException {
    try (var limiter = RateLimiterTopology.start()) {
      long served = 0;
      while (served < RateLimiter.BURST) {
        served = serial(limiter.acquire(Duration.ofMinutes(1)));
      }
      System.out.println("served " + served + " at once");
      while (limiter.tryAcquire() instanceof Permit.Granted(long serial)) {
        served = serial;
      }
      System.out.println("denied the next");
      long next = serial(limiter.acquire(Duration.ofMinutes(1)));
      System.out.println("served the next after a while: " + (next == served + 1));
    }
  }

  private static long serial(Permit permit) {
    return switch (permit) {
      case Permit.Granted(long serial) -> serial;
      case Permit.Denied() -> throw new IllegalStateException("No token in a minute.");
    };
  }
}
