package dev.millrace.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One select that any number of threads call at once. */
@Timeout(300)
class SelectPortTest {

  private static final int KEPT = 8;

  @Test
  void manyThreadsTakeEveryValueExactlyOnce() throws Exception {
    int values = 20_000;
    int threads = 20;
    Channel<Integer> a = Channel.rendezvous("a");
    Channel<Integer> b = Channel.buffered("b", 3);
    SelectPort either = SelectPort.fair(a, b);
    ConcurrentHashMap<Integer, Integer> taken = new ConcurrentHashMap<>();
    List<Background<Boolean>> selecting = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      selecting.add(
          Background.run(
              () -> {
                while (true) {
                  try (Selection selection = either.selectOrNull()) {
                    if (selection == null) {
                      return;
                    }
                    int value = selection.valueOf(selection.arm() == 0 ? a : b);
                    assertEquals(selection.arm(), value % 2);
                    taken.merge(value, 1, Integer::sum);
                  }
                }
              }));
    }
    Background<Boolean> even =
        Background.run(
            () -> {
              for (int i = 0; i < values; i += 2) {
                a.send(i);
              }
              a.close();
            });
    for (int i = 1; i < values; i += 2) {
      b.send(i);
    }
    b.close();
    even.join();
    for (Background<Boolean> each : selecting) {
      each.join();
    }
    assertEquals(values, taken.size());
    assertTrue(taken.values().stream().allMatch(times -> times == 1));
  }

  @Test
  void selectsMayNestInOneThread() throws Exception {
    Channel<Integer> a = Channel.buffered("a", 2);
    a.send(1);
    a.send(2);
    SelectPort port = SelectPort.fair(a);
    try (Selection first = port.select();
        Selection second = port.select()) {
      assertEquals(2, second.valueOf(a));
      assertEquals(1, first.valueOf(a));
    }
  }

  @Test
  void theEndIsToldToOneOfTheCallers() throws Exception {
    Channel<Integer> a = Channel.rendezvous("a");
    SelectPort port = SelectPort.fairArms().values(a).end(a).build();
    try (Selection first = port.open();
        Selection second = port.open()) {
      Background<Integer> waiting = Background.call(second::select);
      Until.parked(waiting.thread());
      a.close();
      assertEquals(1, waiting.get());
      assertTrue(first.poll() < 0);
      assertFalse(first.await());
    }
  }

  @Test
  void theFirstOfTheChannelsGoesFirst() throws Exception {
    Channel<Integer> a = Channel.buffered("a", 100);
    Channel<Integer> b = Channel.buffered("b", 100);
    SelectPort port = SelectPort.prioritised(a, b);
    for (int i = 0; i < 100; i++) {
      b.send(i);
      a.send(i);
    }
    for (int i = 0; i < 200; i++) {
      try (Selection selection = port.select()) {
        assertEquals(i < 100 ? 0 : 1, selection.arm());
      }
    }
  }

  @Test
  void aGuardHoldsUntilItIsAskedAgain() throws Exception {
    Channel<Integer> a = Channel.buffered("a", 1);
    a.send(1);
    SelectPort port = SelectPort.fair(a);
    try (Selection selection = port.open()) {
      selection.enable(0, false);
      assertTrue(selection.poll() < 0);
      assertThrows(IllegalStateException.class, selection::select);
      assertTrue(selection.select(Duration.ofMillis(1)) < 0);
      selection.enable(0, true);
      assertEquals(0, selection.select(Duration.ofMinutes(1)));
      assertEquals(1, selection.valueOf(a));
    }
  }

  @Test
  void everythingClosedIsTold() throws Exception {
    Channel<Integer> a = Channel.rendezvous("a");
    Channel<Integer> b = Channel.rendezvous("b");
    SelectPort port = SelectPort.fair(a, b);
    Background<Boolean> waiting = Background.call(() -> port.selectOrNull() == null);
    Background<Boolean> demanding = Background.run(() -> port.select().close());
    Until.parked(waiting.thread());
    Until.parked(demanding.thread());
    a.close();
    Until.parked(waiting.thread());
    b.close();
    assertTrue(waiting.get());
    var closed = assertThrows(ChannelClosedException.class, demanding::get);
    assertNull(closed.getCause());
    assertNull(port.selectOrNull());
  }

  @Test
  void aFailedChannelThrowsAndThePortGoesOnWorking() throws Exception {
    Channel<Integer> a = Channel.rendezvous("a");
    Channel<Integer> b = Channel.buffered("b", 1);
    SelectPort port = SelectPort.fair(a, b);
    IllegalStateException cause = new IllegalStateException("boom");
    a.close(cause);
    for (int i = 0; i < 100; i++) {
      var closed = assertThrows(ChannelClosedException.class, port::select);
      assertEquals(cause, closed.getCause());
    }
    b.send(1);
    int delivered = 0;
    for (int i = 0; i < 1000 && delivered == 0; i++) {
      try (Selection selection = port.select()) {
        delivered = selection.valueOf(b);
      } catch (ChannelClosedException e) {
        assertEquals(cause, e.getCause());
      }
    }
    assertEquals(1, delivered);
  }

  @Test
  void anInterruptedSelectGivesItsArmsBackAndTakesNothing() throws Exception {
    Channel<Integer> a = Channel.rendezvous("a");
    SelectPort port = SelectPort.fair(a);
    for (int i = 0; i < 100; i++) {
      Background<Selection> waiting = Background.call(port::select);
      Until.parked(waiting.thread());
      waiting.thread().interrupt();
      assertThrows(InterruptedException.class, waiting::get);
      assertEquals(false, a.trySend(1));
    }
  }

  @Test
  void theValueOfAnotherArmIsRefused() throws Exception {
    Channel<Integer> a = Channel.buffered("a", 1);
    Channel<Integer> b = Channel.buffered("b", 1);
    a.send(1);
    SelectPort port = SelectPort.fair(a, b);
    try (Selection selection = port.select()) {
      assertThrows(IllegalArgumentException.class, () -> selection.valueOf(b));
      assertEquals(1, selection.valueOf(a));
    }
  }

  @Test
  void aFewSetsAreKeptAndServeAgain() {
    SelectPort port = SelectPort.fair(Channel.rendezvous("a"));
    Set<Selection> first = openAtOnce(port, KEPT + 2);
    Set<Selection> kept = first.stream().filter(Selection::isKept).collect(Collectors.toSet());
    assertEquals(KEPT, kept.size());
    first.forEach(Selection::close);
    Set<Selection> again = openAtOnce(port, KEPT);
    assertEquals(kept, again);
    again.forEach(Selection::close);
  }

  @Test
  void noSetIsLostHoweverManyGiveTheirsBack() throws Exception {
    SelectPort port = SelectPort.fair(Channel.rendezvous("a"));
    Set<Selection> kept = openAtOnce(port, KEPT);
    kept.forEach(Selection::close);
    List<Background<Boolean>> callers = new ArrayList<>();
    for (int i = 0; i < 2 * KEPT; i++) {
      callers.add(
          Background.run(
              () -> {
                for (int n = 0; n < 1_000; n++) {
                  Selection one = port.open();
                  LockSupport.parkNanos(1); // Lets the others take and give back theirs.
                  one.close();
                }
              }));
    }
    for (Background<Boolean> caller : callers) {
      caller.join();
    }
    assertEquals(kept, openAtOnce(port, KEPT));
  }

  private static Set<Selection> openAtOnce(SelectPort port, int count) {
    return Stream.generate(port::open).limit(count).collect(Collectors.toSet());
  }

  @Test
  void moreCallersThanIdleArmsAreKeptFor() throws Exception {
    Channel<Integer> a = Channel.rendezvous("a");
    SelectPort port = SelectPort.fair(a);
    CountDownLatch mayGiveBack = new CountDownLatch(1);
    List<Background<Integer>> callers = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      callers.add(
          Background.call(
              () -> {
                try (Selection selection = port.select()) {
                  mayGiveBack.await();
                  return selection.valueOf(a);
                }
              }));
    }
    for (int i = 0; i < 30; i++) {
      a.send(i);
    }
    mayGiveBack.countDown();
    int sum = 0;
    for (Background<Integer> caller : callers) {
      sum += caller.get();
    }
    assertEquals(29 * 30 / 2, sum);
  }

  @Test
  void whoTakesValuesToTheEndWaitsForTheEndOfWhatGuardsRefuse() throws Exception {
    Channel<Integer> a = Channel.rendezvous("a");
    Channel<Integer> b = Channel.buffered("b", 1);
    Channel<Integer> c = Channel.rendezvous("c");
    SelectPort port = SelectPort.fair(a, b, c);
    try (Selection selection = port.open()) {
      selection.enable(0, false);
      selection.enable(1, false);
      Background<Boolean> waiting = Background.call(selection::awaitOrEnd);
      Until.parked(waiting.thread());
      c.close();
      Until.parked(waiting.thread());
      a.close();
      Until.parked(waiting.thread());
      b.close();
      assertFalse(waiting.get());
    }
  }

  @Test
  void aWaitForTheEndIsInterruptible() throws Exception {
    Channel<Integer> a = Channel.rendezvous("a");
    try (Selection selection = SelectPort.fair(a).open()) {
      selection.enable(0, false);
      Background<Boolean> waiting = Background.call(selection::awaitOrEnd);
      Until.parked(waiting.thread());
      waiting.thread().interrupt();
      assertThrows(InterruptedException.class, waiting::get);
      selection.enable(0, true);
      a.close();
      assertFalse(selection.awaitOrEnd());
    }
  }

  @Test
  void aSenderWhomAGuardRefusesIsNotServed() throws Exception {
    Channel<Integer> a = Channel.rendezvous("a");
    try (Selection selection = SelectPort.fair(a).open()) {
      selection.enable(0, false);
      Background<Boolean> waiting = Background.call(selection::awaitOrEnd);
      Until.parked(waiting.thread());
      Background<Boolean> sending = Background.run(() -> a.send(1));
      Until.parked(sending.thread());
      a.close();
      assertThrows(ChannelClosedException.class, sending::get);
      assertFalse(waiting.get());
    }
  }

  @Test
  void theEndCannotComeWhileAGuardRefusesWhatIsInTheBuffer() throws Exception {
    Channel<Integer> a = Channel.buffered("a", 2);
    a.send(1);
    try (Selection selection = SelectPort.fair(a).open()) {
      selection.enable(0, false);
      assertThrows(IllegalStateException.class, selection::awaitOrEnd);
    }
  }

  @Test
  void aCloseAfterARefusedValueShowsThatTheEndCannotCome() throws Exception {
    Channel<Integer> a = Channel.buffered("a", 2);
    try (Selection selection = SelectPort.fair(a).open()) {
      selection.enable(0, false);
      Background<Boolean> waiting = Background.call(selection::awaitOrEnd);
      Until.parked(waiting.thread());
      a.send(1);
      a.close();
      assertThrows(IllegalStateException.class, waiting::get);
    }
  }

  @Test
  void anEndThatItsGuardRefusesIsNotWaitedFor() throws Exception {
    Channel<Integer> a = Channel.rendezvous("a");
    SelectPort port = SelectPort.fairArms().values(a).end(a).build();
    a.close();
    try (Selection selection = port.open()) {
      selection.enable(1, false);
      assertFalse(selection.awaitOrEnd());
    }
  }

  @Test
  void whoTakesValuesToTheEndMayBeToldThatNothingCame() throws Exception {
    Channel<Integer> a = Channel.buffered("a", 1);
    try (Selection selection = SelectPort.fair(a).open()) {
      assertTrue(selection.awaitOrEnd(Duration.ofMillis(1)));
      assertTrue(selection.arm() < 0);
      assertTrue(selection.awaitOrEnd(Duration.ZERO));
      assertTrue(selection.arm() < 0);
      a.send(7);
      assertTrue(selection.awaitOrEnd(Duration.ZERO));
      assertEquals(7, selection.valueOf(a));
      a.send(8);
      assertTrue(selection.awaitOrEnd(Duration.ofDays(1)));
      assertEquals(8, selection.valueOf(a));
    }
  }

  @Test
  void theEndEndsTheWaitForATime() throws Exception {
    Channel<Integer> a = Channel.rendezvous("a");
    try (Selection selection = SelectPort.fair(a).open()) {
      Background<Boolean> waiting = Background.call(() -> selection.awaitOrEnd(Duration.ofDays(1)));
      Until.parked(waiting.thread());
      a.close();
      assertFalse(waiting.get());
      assertFalse(selection.awaitOrEnd(Duration.ofDays(1)));
      assertFalse(selection.awaitOrEnd(Duration.ZERO));
    }
  }

  @Test
  void theEndOfWhatAGuardRefusesEndsTheWaitForATime() throws Exception {
    Channel<Integer> a = Channel.rendezvous("a");
    try (Selection selection = SelectPort.fair(a).open()) {
      selection.enable(0, false);
      Background<Boolean> waiting = Background.call(() -> selection.awaitOrEnd(Duration.ofDays(1)));
      Until.parked(waiting.thread());
      a.close();
      assertFalse(waiting.get());
    }
  }

  @Test
  void whatAGuardRefusesForATimeMayBeInABuffer() throws Exception {
    Channel<Integer> a = Channel.buffered("a", 1);
    a.send(1);
    a.close();
    try (Selection selection = SelectPort.fair(a).open()) {
      selection.enable(0, false);
      assertTrue(selection.awaitOrEnd(Duration.ofMillis(1)));
      assertTrue(selection.arm() < 0);
      selection.enable(0, true);
      assertTrue(selection.awaitOrEnd(Duration.ofMillis(1)));
      assertEquals(1, selection.valueOf(a));
      assertFalse(selection.awaitOrEnd(Duration.ofMillis(1)));
    }
  }

  /** The guard may let it in the next time: who gave up now would have lost an end. */
  @ParameterizedTest
  @MethodSource("times")
  void anEndThatItsGuardRefusesForATimeIsStillToBeTold(Duration time) throws Exception {
    Channel<Integer> a = Channel.rendezvous("a");
    a.close();
    try (Selection selection = SelectPort.fairArms().values(a).end(a).build().open()) {
      selection.enable(1, false);
      assertTrue(selection.awaitOrEnd(time));
      assertTrue(selection.arm() < 0);
      selection.enable(1, true);
      assertTrue(selection.awaitOrEnd(time));
      assertEquals(1, selection.arm());
      assertFalse(selection.awaitOrEnd(time));
    }
  }

  @ParameterizedTest
  @MethodSource("times")
  void aFailureThatItsGuardRefusesForATimeIsStillToBeTold(Duration time) throws Exception {
    var failure = new IllegalStateException("broken");
    Channel<Integer> a = Channel.rendezvous("a");
    a.close(failure);
    try (Selection selection = SelectPort.fair(a).open()) {
      selection.enable(0, false);
      assertTrue(selection.awaitOrEnd(time));
      assertTrue(selection.arm() < 0);
      selection.enable(0, true);
      assertSame(
          failure,
          assertThrows(ChannelClosedException.class, () -> selection.awaitOrEnd(time)).getCause());
    }
  }

  private static List<Duration> times() {
    return List.of(Duration.ZERO, Duration.ofMillis(1));
  }
}
