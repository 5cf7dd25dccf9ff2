package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Received;
import dev.millrace.Ticker;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.Polling;
import dev.millrace.harness.ThreadKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A step for which there is no memory has not begun: what it would take is still there, whom it
 * would tell still waits, and it can be tried again. If something fails all the same, it does so
 * for each of those alone whom the step serves.
 */
class ErrorsForWantOfMemoryTest extends ConcurrencyTest {

  /** The next step of this channel has no memory to note down whom it serves. */
  private static void noMemory(Broadcast<?> broadcast) {
    broadcast.lock();
    broadcast.allServed = new Full();
    broadcast.unlock();
  }

  /** A list that cannot grow any more. */
  private static final class Full extends ArrayList<Waiter> {

    private static final long serialVersionUID = 1;

    @Override
    public void ensureCapacity(int least) {
      // No OutOfMemoryError: one that a test lets through ends the whole run of tests.
      throw new InternalError("of the test");
    }

    @Override
    public boolean add(Waiter waiter) {
      throw new InternalError("of the test");
    }
  }

  /** The next step of this channel has memory for those it says at first, and no more. */
  private static void memoryOnce(Broadcast<?> broadcast) {
    broadcast.lock();
    broadcast.allServed = new GrownOnce();
    broadcast.unlock();
  }

  /** A list that can grow once. */
  private static final class GrownOnce extends ArrayList<Waiter> {

    private static final long serialVersionUID = 1;

    private int room = -1;

    @Override
    public void ensureCapacity(int least) {
      if (room < 0) {
        room = least;
      }
      requireRoom(least);
    }

    @Override
    public boolean add(Waiter waiter) {
      requireRoom(size() + 1);
      return super.add(waiter);
    }

    private void requireRoom(int least) {
      if (least > room) {
        throw new InternalError("of the test: " + least + " in a room for " + room);
      }
    }
  }

  /** Whoever comes to claim it fails. */
  @SuppressWarnings("NullAway") // That is the point.
  private static Place nobodysPlace() {
    return new Place(null, 0);
  }

  // Receiving

  @Test
  void aReceiveThatEndsAHandOverTakesNothing() throws Exception {
    Broadcast<Integer> broadcast = Broadcast.create("b", 0);
    Subscription<Integer> first = broadcast.subscribe();
    Subscription<Integer> last = broadcast.subscribe();
    var sender = run(ThreadKind.VIRTUAL, () -> broadcast.send(1)).awaitParked();
    noMemory(broadcast);
    assertEquals(1, first.receiveNow(), "it needs none: the sender has still to wait");
    noMemory(broadcast);
    assertThrows(InternalError.class, last::receiveNow);
    assertEquals(1, last.receiveNow());
    sender.join();
  }

  @Test
  void aReceiveThatLetsASenderInTakesNothing() throws Exception {
    Broadcast<Integer> broadcast = Broadcast.create("b", 1);
    Subscription<Integer> subscriber = broadcast.subscribe();
    broadcast.send(1);
    var sender = run(ThreadKind.VIRTUAL, () -> broadcast.send(2)).awaitParked();
    noMemory(broadcast);
    assertThrows(InternalError.class, subscriber::receiveNow);
    assertEquals(1, subscriber.receiveNow());
    assertEquals(2, subscriber.receiveNow());
    sender.join();
  }

  /** Of two who wait for ticks that are due, and are told by who comes. */
  @Test
  void aTimerClaimsNobodyWhomItCannotWake() throws Exception {
    Timer timer = (Timer) Ticker.every(Duration.ofNanos(1));
    List<SelectWaiter> waiters = List.of(new SelectWaiter(), new SelectWaiter());
    for (SelectWaiter waiter : waiters) {
      waiter.begin();
      timer.receivers().add(new Place(waiter, 0));
    }
    long begin = System.nanoTime();
    Polling.until("both ticks are due", () -> System.nanoTime() - begin > 1_000);
    timer.alsoServed = new Full();
    assertThrows(InternalError.class, timer::tryReceive);
    assertFalse(waiters.getFirst().isWaiting());
    assertTrue(waiters.getLast().isWaiting());
    assertInstanceOf(Received.Value.class, timer.tryReceive());
    assertFalse(waiters.getLast().isWaiting());
  }

  /** They go on waiting for the tick that they know of. */
  @Test
  void aTimerIsNotResetBeforeItCanWakeAll() {
    Timer timer = (Timer) Ticker.every(Duration.ofHours(1));
    for (int i = 0; i < 2; i++) {
      SelectWaiter waiter = new SelectWaiter();
      waiter.begin();
      timer.receivers().add(new Place(waiter, 0));
    }
    long alarm = timer.nextAlarm();
    timer.alsoServed = new Full();
    assertThrows(InternalError.class, () -> timer.reset(Duration.ofHours(2)));
    assertEquals(alarm, timer.nextAlarm());
    timer.reset(Duration.ofHours(2));
    assertNotEquals(alarm, timer.nextAlarm());
  }

  // Sending

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void anOfferReachesNobody(int capacity) throws Exception {
    Broadcast<Integer> broadcast = Broadcast.create("b", capacity);
    Subscription<Integer> subscriber = broadcast.subscribe();
    var receiver = call(ThreadKind.VIRTUAL, subscriber::receive).awaitParked();
    noMemory(broadcast);
    assertThrows(InternalError.class, () -> broadcast.trySend(1));
    assertFalse(broadcast.holdsValues());
    assertTrue(broadcast.trySend(2));
    assertEquals(2, receiver.join());
  }

  @Test
  void anOfferThatFailsHavingReachedSomebodyReachesAll() throws Exception {
    Broadcast<Integer> broadcast = Broadcast.create("b", 0);
    Subscription<Integer> first = broadcast.subscribe();
    Subscription<Integer> second = broadcast.subscribe();
    Subscription<Integer> third = broadcast.subscribe();
    SelectWaiter both = new SelectWaiter();
    both.begin();
    first.receivers().add(new Place(both, 0));
    second.receivers().add(new Place(both, 1));
    second.receivers().add(nobodysPlace());
    var receiver = call(ThreadKind.VIRTUAL, third::receive).awaitParked();
    assertTrue(broadcast.trySend(1));
    assertFalse(both.isWaiting());
    assertEquals(1, second.receiveNow());
    assertEquals(1, receiver.join());
    assertFalse(broadcast.holdsValues());
  }

  @Test
  void aSendThatFailsHavingReachedSomebodyReachesWhoWaits() throws Exception {
    Broadcast<Integer> broadcast = Broadcast.create("b", 0);
    Subscription<Integer> first = broadcast.subscribe();
    Subscription<Integer> second = broadcast.subscribe();
    Subscription<Integer> third = broadcast.subscribe();
    var receiver = call(ThreadKind.VIRTUAL, first::receive).awaitParked();
    var other = call(ThreadKind.VIRTUAL, third::receive).awaitParked();
    second.receivers().add(nobodysPlace());
    broadcast.send(1);
    assertEquals(1, receiver.join());
    assertEquals(1, other.join());
    assertEquals(1, second.receive());
    assertFalse(broadcast.holdsValues());
  }

  @Test
  void aBufferedValueForWhichServingFailsIsSent() throws Exception {
    Broadcast<Integer> broadcast = Broadcast.create("b", 1);
    Subscription<Integer> first = broadcast.subscribe();
    Subscription<Integer> second = broadcast.subscribe();
    var receiver = call(ThreadKind.VIRTUAL, second::receive).awaitParked();
    first.receivers().add(nobodysPlace());
    assertTrue(broadcast.trySend(1));
    assertEquals(1, receiver.join());
    assertEquals(1, first.receiveNow());
  }

  // Room for all at first

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aSendHasRoomForAll(int capacity) throws Exception {
    Broadcast<Integer> broadcast = Broadcast.create("b", capacity);
    Subscription<Integer> first = broadcast.subscribe();
    Subscription<Integer> second = broadcast.subscribe();
    var receiver = call(ThreadKind.VIRTUAL, first::receive).awaitParked();
    var other = call(ThreadKind.VIRTUAL, second::receive).awaitParked();
    memoryOnce(broadcast);
    broadcast.send(1);
    assertEquals(1, receiver.join());
    assertEquals(1, other.join());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aReceiveHasRoomForAll(int capacity) throws Exception {
    Broadcast<Integer> broadcast = Broadcast.create("b", capacity);
    Subscription<Integer> fast = broadcast.subscribe();
    Subscription<Integer> slow = broadcast.subscribe();
    if (capacity > 0) {
      broadcast.send(1);
    } else {
      run(ThreadKind.VIRTUAL, () -> broadcast.send(1)).awaitParked();
    }
    assertEquals(1, fast.receiveNow());
    var sender = run(ThreadKind.VIRTUAL, () -> broadcast.send(2)).awaitParked();
    var receiver = call(ThreadKind.VIRTUAL, fast::receive).awaitParked();
    memoryOnce(broadcast);
    assertEquals(1, slow.receiveNow());
    assertEquals(2, receiver.join());
    assertEquals(2, slow.receiveNow());
    sender.join();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anEndHasRoomForAll(boolean unsubscribes) throws Exception {
    Broadcast<Integer> broadcast = Broadcast.create("b", 0);
    Subscription<Integer> subscriber = broadcast.subscribe();
    var one = call(ThreadKind.VIRTUAL, subscriber::receiveOrNull).awaitParked();
    var other = call(ThreadKind.VIRTUAL, subscriber::receiveOrNull).awaitParked();
    var ofAll = call(ThreadKind.VIRTUAL, broadcast::receiveOrNull).awaitParked();
    memoryOnce(broadcast);
    if (unsubscribes) {
      broadcast.unsubscribe(subscriber, null);
    } else {
      broadcast.close();
    }
    assertNull(one.join());
    assertNull(other.join());
    assertNull(ofAll.join());
  }

  // Ending

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aCloseHasNotBegun(int capacity) throws Exception {
    Broadcast<Integer> broadcast = Broadcast.create("b", capacity);
    Subscription<Integer> fast = broadcast.subscribe();
    Subscription<Integer> slow = broadcast.subscribe();
    List<Integer> sent = new ArrayList<>();
    var sender =
        run(
            ThreadKind.VIRTUAL,
            () -> {
              for (int value = 0; value <= capacity; value++) {
                broadcast.send(value);
                sent.add(value);
              }
            });
    sender.awaitParked();
    assertEquals(0, fast.receiveNow());
    var receiver = call(ThreadKind.VIRTUAL, fast::receiveOrNull).awaitParked();
    noMemory(broadcast);
    assertThrows(InternalError.class, broadcast::close);
    assertFalse(broadcast.isClosed());
    assertEquals(0, slow.receiveNow());
    sender.join();
    assertEquals(capacity + 1, sent.size());
    if (capacity > 0) {
      assertEquals(1, receiver.join());
      assertEquals(1, slow.receiveNow());
    }
    broadcast.close();
    assertNull(capacity > 0 ? fast.receiveOrNull() : receiver.join());
    assertInstanceOf(Received.Closed.class, slow.tryReceive());
  }

  @Test
  void anUnsubscriptionHasNotBegun() throws Exception {
    Broadcast<Integer> broadcast = Broadcast.create("b", 0);
    Subscription<Integer> subscriber = broadcast.subscribe();
    var sender = run(ThreadKind.VIRTUAL, () -> broadcast.send(1)).awaitParked();
    noMemory(broadcast);
    assertThrows(InternalError.class, () -> broadcast.unsubscribe(subscriber, null));
    assertEquals(1, subscriber.receiveNow());
    sender.join();
    broadcast.unsubscribe(subscriber, null);
    assertTrue(broadcast.isClosed());
  }
}
