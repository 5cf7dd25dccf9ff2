package dev.millrace;

import dev.millrace.internal.Timer;
import java.time.Duration;
import java.time.Instant;

/**
 * A receiver that gets the time at even intervals.
 *
 * <pre>{@code
 * void report(Receiver<String> events) throws InterruptedException {
 *   Ticker everySecond = Ticker.every(Duration.ofSeconds(1));
 *   int[] count = {0};
 *   Selector<String> lines =
 *       Selector.<String>prioritised()
 *           .receive(everySecond, now -> now + ": " + count[0] + " events")
 *           .receive(events, event -> count[0]++ + " " + event)
 *           .build();
 *   while (true) System.out.println(lines.select());
 * }
 * }</pre>
 *
 * <p>The first tick comes when one interval has passed, and each carries the time at which it was
 * due. At most one tick is pending: while nobody takes it, those that follow are left out, so who
 * is too slow for the interval finds one tick and not a heap of them; after it, the ticks come at
 * the times at which they would have come anyway. Each tick goes to one receiver.
 *
 * <p>It never ends, and is not {@linkplain #isClosed closed} when it is {@linkplain #stop stopped}.
 * No thread makes the ticks: who waits for one looks at the clock. So a ticker that is no longer
 * used costs nothing and is garbage like any object, stopped or not.
 */
public sealed interface Ticker extends Receiver<Instant> permits Timer {

  /**
   * {@return a new ticker that starts now}
   *
   * @param interval the time between ticks
   * @throws IllegalArgumentException if the interval is not positive
   */
  static Ticker every(Duration interval) {
    return Timer.every(interval);
  }

  /**
   * Starts anew with the given interval: the next tick comes when it has passed. A tick that is
   * pending is dropped. Who waits goes on waiting, by the new interval.
   *
   * @param interval the time from now to the next tick, and between ticks
   * @throws IllegalArgumentException if the interval is not positive
   */
  void reset(Duration interval);

  /**
   * Stops the ticks until the next {@link #reset}. A tick that is pending is dropped: when this
   * method has returned, none is received that was not taken before. Who waits goes on waiting.
   */
  void stop();
}
