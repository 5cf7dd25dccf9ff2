package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.Polling;
import dev.millrace.harness.ThreadKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** First come, first served, past those who no longer wait. */
class WaitQueueTest extends ConcurrencyTest {

  private final WaitQueue queue = new WaitQueue();

  private Place add() {
    return add(queue);
  }

  private static Place add(WaitQueue queue) {
    Place place = place();
    queue.add(place);
    return place;
  }

  private static Place place() {
    var waiter = new SelectWaiter();
    waiter.begin();
    return new Place(waiter, 5);
  }

  @Test
  void theFirstIsServedAndItsWaiterClaimedWithItsArm() throws Exception {
    Place first = add();
    Place second = add();
    assertSame(first, queue.claimFirst("a"));
    assertEquals("a", first.item);
    assertEquals(5, first.waiter.park(Waiter.FOREVER, Waiter.FOREVER));
    assertSame(second, queue.claimFirst("b"));
    assertNull(queue.claimFirst("c"));
    assertTrue(queue.looksEmpty());
  }

  /** Its owner reuses it: a value left in it would be sent, or held, by a later select. */
  @Test
  void whoIsPassedOverKeepsWhatItHad() {
    Place receiver = add();
    receiver.waiter.claim(6);
    Place next = add();
    assertSame(next, queue.claimFirst("a"));
    assertNull(receiver.item);
    assertFalse(receiver.isQueued());

    Place sender = add();
    sender.item = "own";
    sender.waiter.claim(6);
    assertNull(queue.claimFirst("a"));
    assertEquals("own", sender.item);
  }

  @Test
  void onlyWhoStillWaitsCounts() {
    assertFalse(queue.hasWaiting());
    Place stale = add();
    stale.waiter.claim(6);
    assertFalse(queue.hasWaiting());
    assertFalse(queue.looksEmpty());
    add();
    assertTrue(queue.hasWaiting());
  }

  @Test
  void anyPlaceCanLeave() {
    for (int leaving = 0; leaving < 3; leaving++) {
      List<Place> places = new ArrayList<>(List.of(add(), add(), add()));
      Place left = places.remove(leaving);
      queue.remove(left);
      queue.remove(left);
      assertNull(left.previous);
      assertNull(left.next);
      assertSame(places.get(0), queue.claimFirst("a"));
      assertSame(places.get(1), queue.claimFirst("b"));
      assertTrue(queue.looksEmpty());
    }
  }

  @Test
  void whoHasLeftCanComeAgainAndIsLast() {
    Place first = add();
    Place second = add();
    queue.remove(first);
    queue.add(first);
    assertSame(second, queue.claimFirst("a"));
    assertSame(first, queue.claimFirst("b"));
    assertTrue(queue.looksEmpty());
  }

  @Test
  void whoHasWaitedBeforeIsServedBefore() {
    for (int others = 0; others < 3; others++) {
      List<Place> places = new ArrayList<>();
      for (int other = 0; other < others; other++) {
        places.add(add());
      }
      Place first = place();
      queue.addFirst(first);
      places.addFirst(first);
      places.add(add());
      for (Place place : places) {
        assertSame(place, queue.claimFirst("a"));
      }
      assertTrue(queue.looksEmpty());
    }
  }

  @Test
  void closingTellsEverybodyWhoStillWaits() {
    Place first = add();
    Place stale = add();
    stale.waiter.claim(6);
    Place last = add();
    List<Waiter> claimed = new ArrayList<>();
    assertEquals(3, queue.length(), "how many there may be");
    queue.claimAllClosed(claimed);
    assertEquals(List.of(first.waiter, last.waiter), claimed);
    assertTrue(first.closed && last.closed);
    assertTrue(queue.looksEmpty());
    assertEquals(0, queue.length());
  }

  @Test
  void whoIsServedHasTheValue() throws Exception {
    duringManyClaims(
        waiting -> waiting.claimFirst("value"), place -> assertEquals("value", place.item));
  }

  @Test
  void whoIsToldOfTheEndKnowsThatItIsOne() throws Exception {
    duringManyClaims(
        waiting -> waiting.claimAllClosed(new ArrayList<>()), place -> assertTrue(place.closed));
  }

  /** Looks at each waiter in the first instant after its claim by another thread. */
  private void duringManyClaims(Consumer<WaitQueue> claim, Consumer<Place> look) throws Exception {
    for (int round = 0; round < 50; round++) {
      List<WaitQueue> queues = Stream.generate(WaitQueue::new).limit(10_000).toList();
      List<Place> places = queues.stream().map(WaitQueueTest::add).toList();
      var together = new CyclicBarrier(2);
      run(
          ThreadKind.PLATFORM,
          () -> {
            together.await();
            queues.forEach(claim);
          });
      together.await();
      for (Place place : places) {
        Polling.until("it is claimed", () -> !place.waiter.isWaiting());
        look.accept(place);
      }
      joinAll();
    }
  }
}
