package dev.millrace.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.Selector;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What counts as standing still, by a clock that only the test moves. */
@Timeout(300)
class StandstillTest {

  private static final Duration LIMIT = Duration.ofNanos(10);

  private final AtomicLong clock = new AtomicLong(-5);
  private final AtomicLong movement = new AtomicLong();
  private final Channel<Integer> channel = Channel.rendezvous("c");

  private Standstill watch(Thread... stages) {
    return new Standstill(List.of(stages), movement::get, LIMIT, clock::get);
  }

  private boolean lastedAfter(Standstill standstill, long nanos) {
    clock.addAndGet(nanos);
    return standstill.hasLasted();
  }

  @Test
  void lastsOnceNothingHasMovedForSoLong() throws Exception {
    Background<Integer> stage = Background.call(channel::receive);
    Until.parkedForGood(stage.thread());
    Standstill standstill = watch(stage.thread());
    assertFalse(lastedAfter(standstill, 9));
    assertTrue(lastedAfter(standstill, 1));
    channel.send(1);
    assertEquals(1, stage.get());
  }

  @Test
  void everyMovementBeginsANewPeriod() {
    Standstill standstill = watch();
    assertFalse(lastedAfter(standstill, 9));
    movement.incrementAndGet();
    assertFalse(lastedAfter(standstill, 9));
    assertFalse(lastedAfter(standstill, 9));
    assertTrue(lastedAfter(standstill, 1));
  }

  @Test
  void oneStageThatWorksIsEnough() throws Exception {
    Background<Integer> waiting = Background.call(channel::receive);
    Until.parkedForGood(waiting.thread());
    CountDownLatch mayEnd = new CountDownLatch(1);
    Background<Boolean> working = Background.run(mayEnd::await);
    Until.holds(
        "it does",
        () ->
            working.thread().getState() == Thread.State.WAITING
                && LockSupport.getBlocker(working.thread()) != null);
    Standstill standstill = watch(waiting.thread(), working.thread());
    assertFalse(lastedAfter(standstill, 1000));
    mayEnd.countDown();
    working.join();
    Until.holds("working has ended", () -> !working.thread().isAlive());
    assertFalse(lastedAfter(standstill, 1000), "its end was a movement");
    assertFalse(lastedAfter(standstill, 9));
    assertTrue(lastedAfter(standstill, 1));
    channel.send(1);
    assertEquals(1, waiting.get());
  }

  @Test
  void waitingAnewIsAMovementEvenWhereNobodyCounts() throws Exception {
    Background<Integer> stage = Background.call(() -> channel.receive() + channel.receive());
    Until.parkedForGood(stage.thread());
    Standstill standstill = watch(stage.thread());
    channel.send(1);
    Until.parkedForGood(stage.thread());
    assertFalse(lastedAfter(standstill, 1000));
    assertTrue(lastedAfter(standstill, 10));
    channel.send(2);
    assertEquals(3, stage.get());
  }

  @Test
  void aSelectThatWaitsAnewIsAMovementToo() throws Exception {
    Selector<Integer> select = Selector.<Integer>fair().receive(channel, it -> it).build();
    Background<Integer> stage = Background.call(() -> select.select() + select.select());
    Until.parkedForGood(stage.thread());
    Standstill standstill = watch(stage.thread());
    channel.send(1);
    Until.parkedForGood(stage.thread());
    assertFalse(lastedAfter(standstill, 1000));
    assertTrue(lastedAfter(standstill, 10));
    channel.send(2);
    assertEquals(3, stage.get());
  }

  @Test
  void aStageThatWasServedAndIsSlowToWakeDoesNotWait() throws Exception {
    Background<Integer> waiting = Background.call(channel::receive);
    Until.parkedForGood(waiting.thread());
    Object itsWait = LockSupport.getBlocker(waiting.thread());
    CountDownLatch mayWake = new CountDownLatch(1);
    // Looks as that thread does, but only wakes when told to.
    Background<Boolean> slow =
        Background.run(
            () -> {
              LockSupport.setCurrentBlocker(itsWait);
              while (mayWake.getCount() > 0) {
                LockSupport.parkNanos(100_000);
              }
            });
    Until.parked(slow.thread());
    Standstill standstill = watch(slow.thread());
    assertTrue(lastedAfter(standstill, 10));
    channel.send(1);
    assertFalse(lastedAfter(standstill, 1000));
    mayWake.countDown();
    slow.join();
    assertEquals(1, waiting.get());
  }
}
