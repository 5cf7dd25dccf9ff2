package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the watch looks after those who wait, by a clock of the test's own. */
class WatchTest {

  private static final long MILLISECOND = 1_000_000;

  private record Task(Runnable look, long delay) {}

  private final List<Task> tasks = new ArrayList<>();
  private boolean outOfMemory;
  private final Watch watch = new Watch(this::later);
  private final SelectEnd selecting = new SelectEnd(watch);
  private final ArmRing<Integer> ring = new ArmRing<>("ring", 1, selecting);

  WatchTest() {
    var builder = new SelectBuilder(true);
    builder.addReceive(ring);
    Select unused = builder.buildAny();
  }

  private void later(Runnable look, long delay) {
    if (outOfMemory) {
      throw new OutOfMemoryError("of the test");
    }
    tasks.add(new Task(look, delay));
  }

  private void announce() {
    selecting.thread = Thread.currentThread();
    selecting.setAnnounced();
  }

  private void waitAnew() {
    selecting.waits++;
    announce();
    watch.begin();
  }

  private long runNext() {
    Task task = tasks.remove(0);
    task.look().run();
    return task.delay();
  }

  private void arrives() {
    ring.fill(0, 1);
    ring.sender.advance(1);
  }

  @Test
  void oneLookIsPendingHoweverOftenTheyPark() {
    for (int i = 0; i < 10; i++) {
      waitAnew();
    }
    assertEquals(1, tasks.size());
    assertEquals(MILLISECOND, tasks.get(0).delay());
  }

  @Test
  void whoWaitsInVainIsWoken() {
    waitAnew();
    arrives();
    long unused = runNext();
    assertFalse(selecting.hasAnnounced());
    assertEquals(List.of(), tasks, "nobody waits any more");
  }

  @Test
  void whoWaitsForSomethingIsLeftInPeace() {
    waitAnew();
    long unused = runNext();
    assertTrue(selecting.hasAnnounced());
  }

  @Test
  void itLooksAfterASenderToo() {
    ring.sender.awaited = -1;
    ring.sender.thread = Thread.currentThread();
    ring.sender.setAnnounced();
    watch.begin();
    long unused = runNext();
    assertFalse(ring.sender.hasAnnounced(), "there was room");
  }

  @Test
  void itLooksLessAndLessOftenWhileNobodyMoves() {
    waitAnew();
    long delay = runNext();
    assertEquals(MILLISECOND, delay);
    List<Long> delays = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      delays.add(runNext() / MILLISECOND);
    }
    assertEquals(
        List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 1024L, 1024L, 1024L), delays);
  }

  @Test
  void itLooksAsOftenAsInTheBeginningWhileTheyMove() {
    waitAnew();
    for (int i = 0; i < 10; i++) {
      waitAnew();
      assertEquals(MILLISECOND, runNext());
    }
  }

  @Test
  void whoWaitsAnewNeedNotWaitForALateLook() {
    waitAnew();
    for (int i = 0; i < 5; i++) {
      long unused = runNext();
    }
    Task late = tasks.get(0);
    waitAnew();
    assertEquals(MILLISECOND, tasks.get(1).delay());
    tasks.remove(1);
    arrives();
    late.look().run();
    assertTrue(selecting.hasAnnounced(), "the late look counts no more");
  }

  @Test
  void whoAnnouncesAfterTheLastLookBeginsAnew() {
    waitAnew();
    selecting.announced = false;
    long unused = runNext();
    assertEquals(List.of(), tasks);
    waitAnew();
    assertEquals(1, tasks.size());
  }

  @Test
  void withoutATimerNobodyIsLeftAsleep() {
    announce();
    outOfMemory = true;
    assertThrows(OutOfMemoryError.class, watch::begin);
    assertFalse(selecting.hasAnnounced());
    outOfMemory = false;
    waitAnew();
    assertEquals(1, tasks.size());
    outOfMemory = true;
    assertThrows(OutOfMemoryError.class, this::runNext);
    assertFalse(selecting.hasAnnounced());
  }

  @Test
  void anErrorOfTheTimerReachesWhoWaits() {
    outOfMemory = true;
    Select select = selectOf(new ArmRing<>("other", 1, new SelectEnd(watch)));
    Error thrown = assertThrows(OutOfMemoryError.class, select::await);
    assertSame(OutOfMemoryError.class, thrown.getClass());
  }

  private static Select selectOf(ArmRing<Integer> ring) {
    var builder = new SelectBuilder(true);
    builder.addReceive(ring);
    return builder.buildAny();
  }
}
