package dev.millrace.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelEmptyException;
import dev.millrace.Received;
import dev.millrace.Receiver;
import dev.millrace.Ticker;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Receivers that are fed by the clock, used one at a time. */
final class TimerTest extends ConcurrencyTest {

  private static final Duration SHORT = Duration.ofMillis(5);
  private static final Duration ENDLESS = Duration.ofDays(1_000_000);

  // after

  @ParameterizedTest
  @EnumSource
  void afterGivesOneTimeThatIsNotTooEarly(ThreadKind kind) throws Exception {
    Instant start = Instant.now();
    Receiver<Instant> after = Receiver.after(SHORT);
    Instant tick = call(kind, after::receive).join();
    assertNotTooEarly(tick, start.plus(SHORT));
    assertEquals(new Received.Nothing<>(), after.tryReceive());
    assertEquals(new Received.Nothing<>(), after.tryReceive(SHORT));
    assertFalse(after.isClosed());
  }

  /** The two clocks that a tick is made of are read one after the other, and may be corrected. */
  private static void assertNotTooEarly(Instant tick, Instant due) {
    assertFalse(tick.isBefore(due.minusMillis(2)), tick + " is before " + due);
  }

  @Test
  void afterIsEmptyBeforeAndFullWhenItsTimeHasCome() {
    Receiver<Instant> later = Receiver.after(ENDLESS);
    assertTrue(later.isEmpty());
    assertFalse(later.isFull());
    assertEquals(0, later.size());
    assertEquals(1, later.capacity());
    assertThrows(ChannelEmptyException.class, later::receiveNow);

    Receiver<Instant> now = Receiver.after(Duration.ZERO);
    assertFalse(now.isEmpty());
    assertTrue(now.isFull());
    assertEquals(1, now.size());
    assertInstanceOf(Instant.class, now.receiveNow());
    assertTrue(now.isEmpty());
    assertEquals(0, now.dropped());
  }

  @Test
  void aTimeInThePastIsNow() throws InterruptedException {
    assertInstanceOf(Instant.class, Receiver.after(Duration.ofSeconds(-1)).receive());
    Duration longestPast = Duration.ofSeconds(Long.MIN_VALUE);
    assertInstanceOf(Instant.class, Receiver.after(longestPast).receive());
  }

  @Test
  void theLongestDurationsAreWithoutEnd() throws InterruptedException {
    Duration longest = Duration.ofSeconds(Long.MAX_VALUE);
    assertEquals(new Received.Nothing<>(), Receiver.after(longest).tryReceive(SHORT));
    assertEquals(new Received.Nothing<>(), Ticker.every(longest).tryReceive(SHORT));
  }

  @Test
  void aTimedReceiveThatEndsEarlierGetsNothing() throws InterruptedException {
    Receiver<Instant> later = Receiver.after(ENDLESS);
    assertEquals(new Received.Nothing<>(), later.tryReceive(SHORT));
  }

  @Test
  void aTimedReceiveThatEndsLaterGetsTheTime() throws InterruptedException {
    assertInstanceOf(Received.Value.class, Receiver.after(SHORT).tryReceive(ENDLESS));
  }

  @Test
  void onlyOneOfManyReceiversGetsTheTime() throws Exception {
    Receiver<Instant> after = Receiver.after(SHORT);
    Duration enough = Duration.ofMillis(50);
    List<TestThread<Received<Instant>>> receivers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      receivers.add(call(ThreadKind.VIRTUAL, () -> after.tryReceive(enough)));
    }
    int got = 0;
    for (TestThread<Received<Instant>> receiver : receivers) {
      got += receiver.join() instanceof Received.Value ? 1 : 0;
    }
    assertEquals(1, got);
  }

  @Test
  void whoWaitsForATimerIsInterruptible() throws Exception {
    for (Receiver<?> timer : List.of(Receiver.after(ENDLESS), Receiver.never())) {
      TestThread<?> waiting = call(ThreadKind.VIRTUAL, timer::receive).awaitParked();
      waiting.interrupt();
      assertThrows(InterruptedException.class, waiting::join);
    }
  }

  @Test
  void aTickThatIsThereIsTakenByAnInterruptedThread() throws InterruptedException {
    Thread.currentThread().interrupt();
    assertInstanceOf(Instant.class, Receiver.after(Duration.ZERO).receive());
    assertTrue(Thread.interrupted(), "the flag stays set");
  }

  // never

  @Test
  void neverHasNothing() throws InterruptedException {
    Receiver<String> never = Receiver.never();
    assertEquals(new Received.Nothing<>(), never.tryReceive());
    assertEquals(new Received.Nothing<>(), never.tryReceive(SHORT));
    assertTrue(never.isEmpty());
    assertFalse(never.isFull());
    assertFalse(never.isClosed());
    assertThrows(ChannelEmptyException.class, never::receiveNow);
  }

  // Ticker

  @Test
  void noTickComesBeforeItsTime() throws InterruptedException {
    long interval = 2_000_000;
    long start = System.nanoTime();
    Ticker ticker = Ticker.every(Duration.ofNanos(interval));
    for (int tick = 1; tick <= 20; tick++) {
      ticker.receive();
      assertTrue(System.nanoTime() - start >= tick * interval, "tick " + tick + " was early");
    }
  }

  @Test
  void aSlowReceiverFindsTheFirstTickItMissedAndNoOther() throws InterruptedException {
    long interval = 100_000_000;
    long earliestStart = System.nanoTime();
    Ticker ticker = Ticker.every(Duration.ofNanos(interval));
    long latestStart = System.nanoTime();
    Instant started = Instant.now();
    // Nobody takes a tick for some intervals.
    Receiver.after(Duration.ofNanos(4 * interval)).receive();
    assertEquals(1, ticker.size());

    long before = System.nanoTime();
    Instant first = ticker.receiveNow();
    Received<Instant> second = ticker.tryReceive();
    long after = System.nanoTime();
    // The two clocks that the call reads may be as far apart as the call takes.
    Instant third = started.plusNanos(3 * interval + (after - before));
    assertTrue(first.isBefore(third), first + " is not the first tick");
    boolean another = (after - earliestStart) / interval > (before - latestStart) / interval;
    assertTrue(second instanceof Received.Nothing || another, "a tick was kept in store");
  }

  @Test
  void stopDropsThePendingTickAndResetStartsAgain() throws InterruptedException {
    Ticker ticker = Ticker.every(Duration.ofNanos(1));
    awaitTick(ticker);
    ticker.stop();
    assertTrue(ticker.isEmpty());
    assertEquals(new Received.Nothing<>(), ticker.tryReceive(SHORT));
    assertFalse(ticker.isClosed());
    ticker.stop();
    Instant reset = Instant.now();
    ticker.reset(SHORT);
    assertNotTooEarly(ticker.receive(), reset.plus(SHORT));
  }

  private static void awaitTick(Ticker ticker) {
    while (ticker.isEmpty()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void resetDropsThePendingTick() throws InterruptedException {
    Ticker ticker = Ticker.every(Duration.ofNanos(1));
    awaitTick(ticker);
    ticker.reset(ENDLESS);
    assertTrue(ticker.isEmpty());
    assertEquals(new Received.Nothing<>(), ticker.tryReceive(SHORT));
  }

  @ParameterizedTest
  @EnumSource
  void resetReachesThoseWhoWait(ThreadKind kind) throws Exception {
    Ticker ticker = Ticker.every(ENDLESS);
    TestThread<Instant> first = call(kind, ticker::receive).awaitParked();
    TestThread<Instant> second = call(kind, ticker::receive).awaitParked();
    ticker.reset(SHORT);
    assertInstanceOf(Instant.class, first.join());
    assertInstanceOf(Instant.class, second.join());
  }

  @Test
  void resetReachesThoseWhoWaitForAStoppedTicker() throws Exception {
    Ticker ticker = Ticker.every(ENDLESS);
    ticker.stop();
    TestThread<Instant> waiting = call(ThreadKind.VIRTUAL, ticker::receive).awaitParked();
    ticker.reset(SHORT);
    assertInstanceOf(Instant.class, waiting.join());
  }

  @Test
  void stopHoldsBackTheTickThatSomebodyWaitsFor() throws Exception {
    Duration interval = Duration.ofMillis(500);
    long start = System.nanoTime();
    Ticker ticker = Ticker.every(interval);
    TestThread<Received<Instant>> waiting =
        call(ThreadKind.VIRTUAL, () -> ticker.tryReceive(interval.plus(SHORT)));
    awaitParkedOrEnded(waiting);
    ticker.stop();
    boolean inTime = System.nanoTime() - start < interval.toNanos();
    assertTrue(
        waiting.join() instanceof Received.Nothing || !inTime, "ticked after it was stopped");
  }

  @Test
  void theTickGoesToWhoWaitedLongest() throws Exception {
    for (int round = 0; round < 20; round++) {
      Receiver<Instant> after = Receiver.after(Duration.ofMillis(20));
      TestThread<Instant> first = call(ThreadKind.PLATFORM, after::receive);
      awaitParkedOrEnded(first);
      List<TestThread<Received<Instant>>> others = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        others.add(call(ThreadKind.VIRTUAL, () -> after.tryReceive(Duration.ofMillis(25))));
      }
      assertInstanceOf(Instant.class, first.join());
      for (TestThread<Received<Instant>> other : others) {
        assertInstanceOf(Received.Nothing.class, other.join());
      }
    }
  }

  private static void awaitParkedOrEnded(TestThread<?> thread) {
    try {
      thread.awaitParked();
    } catch (AssertionError e) {
      // On a machine that stood still so long the time came first.
      assertFalse(thread.isAlive(), e::toString);
    }
  }

  @Test
  void whoGivesUpLeavesTheTickToOthers() throws Exception {
    Ticker ticker = Ticker.every(ENDLESS);
    TestThread<Instant> first = call(ThreadKind.VIRTUAL, ticker::receive).awaitParked();
    TestThread<Instant> second = call(ThreadKind.VIRTUAL, ticker::receive).awaitParked();
    first.interrupt();
    assertThrows(InterruptedException.class, first::join);
    ticker.reset(SHORT);
    assertInstanceOf(Instant.class, second.join());
  }

  @Test
  void thereAreNoMoreTicksThanIntervalsHoweverManyWait() throws Exception {
    long interval = 50_000;
    long start = System.nanoTime();
    Ticker ticker = Ticker.every(Duration.ofNanos(interval));
    List<TestThread<Boolean>> receivers = new ArrayList<>();
    int each = 200;
    for (int r = 0; r < 8; r++) {
      receivers.add(
          run(
              ThreadKind.VIRTUAL,
              () -> {
                for (int ticks = 0; ticks < each; ) {
                  // Shorter than what all take for one tick each: some give up.
                  Received<Instant> received = ticker.tryReceive(Duration.ofNanos(7 * interval));
                  ticks += received instanceof Received.Value ? 1 : 0;
                }
              }));
    }
    for (TestThread<Boolean> receiver : receivers) {
      receiver.join();
    }
    long intervals = (System.nanoTime() - start) / interval;
    assertTrue(intervals >= 8L * each, "1600 ticks in " + intervals + " intervals");
  }

  @Test
  void theIntervalMustBePositive() {
    String expected = "A ticker cannot tick every PT0S. Use an interval longer than zero.";
    assertEquals(expected, refusal(() -> Ticker.every(Duration.ZERO)));
    Ticker ticker = Ticker.every(ENDLESS);
    assertEquals(expected, refusal(() -> ticker.reset(Duration.ZERO)));
    assertThrows(IllegalArgumentException.class, () -> Ticker.every(Duration.ofNanos(-1)));
  }

  private static String refusal(Runnable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  @Test
  void namesSayWhatItIs() {
    assertEquals("after PT1S", Receiver.after(Duration.ofSeconds(1)).name());
    assertEquals("every PT1S", Ticker.every(Duration.ofSeconds(1)).name());
    assertEquals("Channel \"never\" (0 of 1)", Receiver.never().toString());
  }

  /** Nothing but its user holds on to a timer, whether it has come, waits to come, or ticks. */
  @Test
  void droppedTimersAreGarbage() throws InterruptedException {
    List<WeakReference<Receiver<?>>> dropped = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      dropped.add(new WeakReference<>(Receiver.after(ENDLESS)));
      dropped.add(new WeakReference<>(ticked()));
    }
    long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (dropped.stream().anyMatch(timer -> timer.get() != null)) {
      assertTrue(System.nanoTime() < limit, "dropped timers are still reachable");
      System.gc();
    }
  }

  private static Ticker ticked() throws InterruptedException {
    Ticker ticker = Ticker.every(Duration.ofNanos(1));
    ticker.receive();
    return ticker;
  }

  @Test
  void timersNeedNoThread() {
    int before = Thread.getAllStackTraces().size();
    List<Ticker> tickers = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      tickers.add(Ticker.every(Duration.ofMillis(1)));
    }
    assertTrue(Thread.getAllStackTraces().size() < before + 100);
    assertEquals(1_000, tickers.size());
  }
}
