package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Points in time by a clock that may stand anywhere and wraps around. */
class DeadlineTest {

  @Test
  void noDeadlineIsTakenForNoneAtAll() {
    assertEquals(Waiter.FOREVER - 1, Deadline.after(Waiter.FOREVER - 7, 7));
    assertEquals(Long.MIN_VALUE, Deadline.after(Waiter.FOREVER, 1));
  }

  @Test
  void theEarlierIsSoEvenWhereTheClockWrapsAround() {
    long before = Long.MAX_VALUE - 1;
    long after = Long.MIN_VALUE + 5;
    assertEquals(before, Deadline.earlier(before, after));
    assertEquals(before, Deadline.earlier(after, before));
  }

  @Test
  void anyIsEarlierThanNone() {
    assertEquals(-3, Deadline.earlier(-3, Waiter.FOREVER));
    assertEquals(-3, Deadline.earlier(Waiter.FOREVER, -3));
    assertEquals(Waiter.FOREVER, Deadline.earlier(Waiter.FOREVER, Waiter.FOREVER));
  }

  @Test
  void aDurationIsBetweenNothingAndTheLongestThatCanBeCompared() {
    assertEquals(0, Deadline.nanos(Duration.ofSeconds(Long.MIN_VALUE)));
    assertEquals(1, Deadline.nanos(Duration.ofNanos(1)));
    assertEquals(Long.MAX_VALUE / 2, Deadline.nanos(Duration.ofSeconds(Long.MAX_VALUE)));
  }
}
