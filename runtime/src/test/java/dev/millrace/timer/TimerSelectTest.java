package dev.millrace.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.Receiver;
import dev.millrace.Selector;
import dev.millrace.Ticker;
import dev.millrace.harness.SelectorKind;
import dev.millrace.harness.SelectorTest;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Timers as arms of a select. */
final class TimerSelectTest extends SelectorTest {

  private static final Duration SHORT = Duration.ofMillis(5);
  private static final Duration ENDLESS = Duration.ofDays(1_000_000);

  private final Channel<String> words = Channel.rendezvous("words");

  TimerSelectTest(SelectorKind selectors) {
    super(selectors);
  }

  @ParameterizedTest
  @EnumSource
  void aParkedSelectIsWokenByTheEarliestTimer(ThreadKind kind) throws Exception {
    Selector<String> selector =
        selectors
            .<String>fair()
            .receive(words, word -> word)
            .receive(Receiver.after(ENDLESS), now -> "late")
            .receive(Receiver.after(SHORT), now -> "early")
            .receive(Receiver.never(), now -> "never")
            .build();
    assertEquals("early", call(kind, selector::select).join());
  }

  @Test
  void timeOutsNeedNoThread() {
    // Virtual threads are not among those counted.
    int before = Thread.getAllStackTraces().size();
    List<TestThread<String>> waiting =
        Stream.generate(
                () ->
                    selectors
                        .<String>fair()
                        .receive(words, word -> word)
                        .timeout(ENDLESS, () -> "late")
                        .build())
            .limit(500)
            .map(selector -> this.<String>call(ThreadKind.VIRTUAL, selector::select))
            .toList();
    waiting.forEach(TestThread::awaitParked);
    int carriers = Runtime.getRuntime().availableProcessors();
    assertTrue(Thread.getAllStackTraces().size() < before + carriers + 100);
    waiting.forEach(TestThread::interrupt);
    waiting.forEach(thread -> assertThrows(InterruptedException.class, thread::join));
  }

  @Test
  void aChannelIsServedWhileTheSelectWaitsForATimer() throws Exception {
    Receiver<Instant> later = Receiver.after(ENDLESS);
    Selector<String> selector =
        selectors.<String>fair().receive(later, now -> "late").receive(words, word -> word).build();
    TestThread<String> waiting = call(ThreadKind.VIRTUAL, selector::select).awaitParked();
    assertTrue(words.trySend("hello"));
    assertEquals("hello", waiting.join());
  }

  @Test
  void defaultIsTakenOnlyWhileNoTimerIsDue() throws InterruptedException {
    assertEquals("default", oneTimer(Receiver.after(ENDLESS)).select());
    Selector<String> due = oneTimer(Receiver.after(Duration.ZERO));
    assertEquals("tick", due.select());
    assertEquals("default", due.select());
  }

  private Selector<String> oneTimer(Receiver<Instant> timer) {
    return selectors
        .<String>fair()
        .receive(timer, now -> "tick")
        .otherwise(() -> "default")
        .build();
  }

  @Test
  void theTimeOutOfASelectAndItsTimersAreIndependent() throws InterruptedException {
    Selector<String> timeOutFirst =
        selectors
            .<String>fair()
            .receive(Receiver.after(ENDLESS), now -> "tick")
            .timeout(SHORT, () -> "time-out")
            .build();
    assertEquals("time-out", timeOutFirst.select());
    Selector<String> timerFirst =
        selectors
            .<String>fair()
            .receive(Receiver.after(SHORT), now -> "tick")
            .timeout(ENDLESS, () -> "time-out")
            .build();
    assertEquals("tick", timerFirst.select());
  }

  @Test
  void aGuardTakesATimerOut() throws InterruptedException {
    AtomicBoolean open = new AtomicBoolean();
    Selector<String> selector =
        selectors
            .<String>fair()
            .receive(Receiver.after(Duration.ZERO), now -> "tick")
            .when(open::get)
            .timeout(SHORT, () -> "time-out")
            .build();
    assertEquals("time-out", selector.select());
    open.set(true);
    assertEquals("tick", selector.select());
  }

  @Test
  void guardsThatLeaveNothingButADueTimerOutAreAnError() {
    Selector<String> selector =
        selectors
            .<String>fair()
            .receive(Receiver.after(Duration.ZERO), now -> "tick")
            .when(() -> false)
            .build();
    assertThrows(IllegalStateException.class, selector::select);
  }

  @Test
  void priorityHoldsForTimers() throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      Selector<Integer> selector =
          selectors
              .<Integer>prioritised()
              .receive(Receiver.never(), now -> 1)
              .receive(Receiver.after(Duration.ZERO), now -> 2)
              .receive(Receiver.after(Duration.ZERO), now -> 3)
              .build();
      assertEquals(2, selector.select());
      assertEquals(3, selector.select());
    }
  }

  /** Three arms that are always ready, two of them timers: binomial, within ten sigma. */
  @Test
  void choiceAmongTimersAndChannelsIsEven() throws InterruptedException {
    int rounds = 30_000;
    Channel<Integer> full = Channel.buffered(rounds);
    for (int i = 0; i < rounds; i++) {
      full.send(i);
    }
    Selector<Integer> selector =
        selectors
            .<Integer>fair()
            .receive(Ticker.every(Duration.ofNanos(1)), now -> 0)
            .receive(full, value -> 1)
            .receive(Ticker.every(Duration.ofNanos(1)), now -> 2)
            .build();
    int[] counts = new int[3];
    for (int i = 0; i < rounds; i++) {
      counts[selector.select()]++;
    }
    double sigma = Math.sqrt(rounds * (1 / 3.0) * (2 / 3.0));
    for (int count : counts) {
      assertEquals(rounds / 3.0, count, 10 * sigma);
    }
  }

  @Test
  void aTickThatASelectDoesNotTakeIsStillThere() throws InterruptedException {
    Receiver<Instant> due = Receiver.after(Duration.ZERO);
    Channel<String> ready = Channel.buffered(1);
    ready.send("first");
    Selector<String> selector =
        selectors
            .<String>prioritised()
            .receive(ready, word -> word)
            .receive(due, i -> "tick")
            .build();
    assertEquals("first", selector.select());
    assertEquals(1, due.size());
    assertEquals("tick", selector.select());
  }

  @Test
  void twoTimersDueAtOnceEachHappenOnce() throws InterruptedException {
    Selector<Integer> selector =
        selectors
            .<Integer>fair()
            .receive(Receiver.after(SHORT), now -> 1)
            .receive(Receiver.after(SHORT), now -> 2)
            .timeout(Duration.ofMillis(50), () -> 0)
            .build();
    assertEquals(3, selector.select() + selector.select());
    assertEquals(0, selector.select());
  }

  @Test
  void theSameTimerInTwoArmsGivesItsTimeOnce() throws InterruptedException {
    Receiver<Instant> after = Receiver.after(SHORT);
    Selector<String> selector =
        selectors
            .<String>fair()
            .receive(after, now -> "tick")
            .receive(after, now -> "tick")
            .timeout(Duration.ofMillis(50), () -> "time-out")
            .build();
    assertEquals("tick", selector.select());
    assertEquals("time-out", selector.select());
  }

  @Test
  void resetReachesASelectThatWaits() throws Exception {
    Ticker ticker = Ticker.every(ENDLESS);
    Selector<String> selector =
        selectors
            .<String>fair()
            .receive(words, word -> word)
            .receive(ticker, now -> "tick")
            .build();
    TestThread<String> waiting = call(ThreadKind.VIRTUAL, selector::select).awaitParked();
    ticker.reset(SHORT);
    assertEquals("tick", waiting.join());
  }

  /** It keeps its places: who is woken for a tick that another gets does not queue up again. */
  @Test
  void aTimerDoesNotCostASelectItsPlaceInOtherQueues() throws Exception {
    Duration interval = Duration.ofMillis(200);
    for (int round = 0; round < 20; round++) {
      Ticker ticker = Ticker.every(ENDLESS);
      TestThread<Instant> first = call(ThreadKind.VIRTUAL, ticker::receive).awaitParked();
      Selector<String> selector =
          selectors
              .<String>fair()
              .receive(words, word -> word)
              .receive(ticker, now -> "tick")
              .build();
      TestThread<String> select = call(ThreadKind.VIRTUAL, selector::select).awaitParked();
      TestThread<String> last = call(ThreadKind.VIRTUAL, words::receive).awaitParked();
      long begin = System.nanoTime();
      ticker.reset(interval);
      first.join();
      ticker.stop();
      // Else the select may have got the second tick.
      boolean inTime = System.nanoTime() - begin < 2 * interval.toNanos();
      boolean one = words.trySend("one");
      boolean two = words.trySend("two");
      String selected = select.join();
      String received = last.join();
      if (inTime) {
        assertEquals(List.of("one", "two"), List.of(selected, received));
        assertTrue(one && two);
      }
    }
  }

  @Test
  void aTimerNeverEnds() throws InterruptedException {
    Receiver<Instant> after = Receiver.after(Duration.ZERO);
    after.receive();
    Selector<String> selector =
        selectors
            .<String>fair()
            .closed(after, () -> "closed")
            .timeout(SHORT, () -> "time-out")
            .build();
    assertEquals("time-out", selector.select());
  }

  @Test
  void anInterruptedSelectLeavesTheTimerUsable() throws Exception {
    Ticker ticker = Ticker.every(ENDLESS);
    Selector<String> selector = selectors.<String>fair().receive(ticker, now -> "tick").build();
    TestThread<String> waiting = call(ThreadKind.VIRTUAL, selector::select).awaitParked();
    waiting.interrupt();
    assertThrows(InterruptedException.class, waiting::join);
    ticker.reset(SHORT);
    assertEquals("tick", selector.select());
  }

  /** Selects and plain receivers fight for ticks; each tick is worth one count. */
  @Test
  void noTickIsLostOrDoubledAmongSelects() throws Exception {
    Ticker ticker = Ticker.every(Duration.ofNanos(20_000));
    Channel<Integer> numbers = Channel.rendezvous();
    int each = 300;
    List<TestThread<Integer>> takers = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      takers.add(
          call(
              ThreadKind.VIRTUAL,
              () -> {
                Selector<Integer> selector =
                    selectors
                        .<Integer>fair()
                        .receive(ticker, now -> 0)
                        .receive(numbers, number -> number)
                        .build();
                int ticks = 0;
                int sum = 0;
                while (ticks < each) {
                  int number = selector.select();
                  sum += number;
                  ticks += number == 0 ? 1 : 0;
                }
                return sum;
              }));
    }
    int sent = 0;
    for (int i = 1; takers.stream().anyMatch(TestThread::isAlive); i++) {
      if (numbers.trySend(i, Duration.ofMillis(1))) {
        sent += i;
      }
    }
    int received = 0;
    for (TestThread<Integer> taker : takers) {
      received += taker.join();
    }
    assertEquals(sent, received);
  }
}
