package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Who waited when a tick was due gets it, however late somebody looks at the clock. */
class TimerCatchUpTest {

  private static final Duration INTERVAL = Duration.ofMillis(1);

  private final Timer ticker = (Timer) Timer.every(INTERVAL);

  @Test
  void aTickThatWasDueIsGivenBeforeTheTickerStops() {
    assertGivesTheTickBefore(Ticker::stop);
  }

  @Test
  void aTickThatWasDueIsGivenBeforeTheTickerIsReset() {
    assertGivesTheTickBefore(changing -> changing.reset(Duration.ofDays(1)));
  }

  private void assertGivesTheTickBefore(Consumer<Ticker> change) {
    Place place = waiting();
    awaitIntervals(1);
    change.accept(ticker);
    assertServed(place);
  }

  @Test
  void oneLookGivesAllTicksThatWereDueToThoseWhoWaited() {
    Place first = waiting();
    Place second = waiting();
    awaitIntervals(2);
    assertTrue(ticker.size() <= 1);
    assertServed(first);
    assertServed(second);
    assertTrue(ticker.receivers().looksEmpty());
  }

  @Test
  void aTickIsKeptIfTheOnlyOneWhoWaitedHasGivenUp() {
    Timer once = (Timer) Timer.after(INTERVAL);
    assertTrue(waitingFor(once).waiter.claim(Waiter.GAVE_UP));
    awaitIntervals(1);
    assertEquals(1, once.size());
  }

  /** Somebody who is slow to wake: nobody looks at the clock for him. */
  private Place waiting() {
    return waitingFor(ticker);
  }

  private static Place waitingFor(Timer timer) {
    SelectWaiter waiter = new SelectWaiter();
    waiter.begin();
    Place place = new Place(waiter, 0);
    timer.lock();
    timer.receivers().add(place);
    timer.unlock();
    return place;
  }

  private static void awaitIntervals(int count) {
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < count * INTERVAL.toNanos()) {
      Thread.onSpinWait();
    }
  }

  private static void assertServed(Place place) {
    assertFalse(place.waiter.isWaiting());
    assertInstanceOf(Instant.class, place.item);
  }
}
