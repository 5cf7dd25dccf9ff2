package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.Polling;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a select of rings chooses and waits, step by step. */
class RingSelectTest extends ConcurrencyTest {

  private static final int CAPACITY = 4;

  private final SelectEnd selecting = new SelectEnd();
  private final ArmRing<Integer> first = new ArmRing<>("first", CAPACITY, selecting);
  private final ArmRing<Integer> second = new ArmRing<>("second", CAPACITY, selecting);
  private final ArmRing<Integer> third = new ArmRing<>("third", CAPACITY, selecting);
  private final List<ArmRing<Integer>> rings = List.of(first, second, third);

  private Select select(boolean fair) {
    var builder = new SelectBuilder(fair);
    builder.addReceive(first);
    builder.addReceive(second);
    builder.addReceive(third);
    return builder.buildAny();
  }

  private TestThread<Integer> waiting(ThreadKind kind, Select select) {
    return call(kind, select::await).awaitParked();
  }

  private static void fill(ArmRing<Integer> ring) throws InterruptedException {
    for (int i = 0; i < CAPACITY; i++) {
      ring.send(i);
    }
  }

  private TestThread<Boolean> waitingSender(ThreadKind kind) throws InterruptedException {
    fill(second);
    return run(kind, () -> second.send(CAPACITY)).awaitParked();
  }

  /** Who is woken for nothing announces anew. */
  private static void until(WatchedEnd announced) throws InterruptedException {
    Polling.until("it waits", announced::hasAnnounced);
  }

  /** As a send that has not seen the announcement. */
  private static void sendUnseen(ArmRing<Integer> ring, int value) {
    long index = ring.sender.index;
    ring.fill(index, value);
    ring.sender.advance(index + 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void choosesEvenlyAmongThoseThatAreReady(int ready) throws Exception {
    Select select = select(true);
    for (int i = 0; i < ready; i++) {
      fill(rings.get(i));
    }
    int selects = 30_000;
    int[] counts = new int[ready];
    for (int i = 0; i < selects; i++) {
      int arm = select.await();
      counts[arm]++;
      rings.get(arm).send((Integer) select.takeValue(arm));
    }
    double share = 1.0 / ready;
    double sigma = Math.sqrt(selects * share * (1 - share));
    for (int count : counts) {
      assertTrue(Math.abs(count - selects * share) <= 10 * sigma, Arrays.toString(counts));
    }
  }

  /** Exactly so many: it would look at all arms for each value otherwise. */
  @Test
  void aLookAtAllArmsIsGoodForAFewValues() throws Exception {
    Select select = select(true);
    for (int round = 0; round < 30; round++) {
      fill(second);
      assertEquals(1, select.poll());
      fill(first);
      fill(third);
      for (int more = 1; more < 8; more++) {
        assertEquals(1, select.poll(), "value " + more);
        second.send(2);
      }
      drain(select);
    }
  }

  @Test
  void anArmThatBecomesReadyIsSeenBeforeLong() throws Exception {
    Select select = select(true);
    for (int round = 0; round < 100; round++) {
      fill(second);
      assertEquals(1, select.poll());
      first.send(1);
      int polls = 0;
      while (select.poll() == 1) {
        second.send(2);
        assertTrue(++polls < 100, "the first is ready all the time");
      }
      drain(select);
    }
  }

  @Test
  void aGuardIsHeededWhateverALookHasFound() throws Exception {
    Select select = select(true);
    for (int round = 0; round < 30; round++) {
      fill(second);
      assertEquals(1, select.poll());
      first.send(1);
      select.enable(1, false);
      assertEquals(0, select.poll());
      assertEquals(ChannelSelect.NOTHING, select.poll());
      select.enable(1, true);
      drain(select);
    }
  }

  /** Otherwise the looks at all arms could come at always the same moments, when it is shut. */
  @Test
  void anArmWhoseGuardAlternatesIsNotLeftOut() throws Exception {
    Select select = select(true);
    fill(first);
    fill(second);
    fill(third);
    int happened = 0;
    for (int round = 0; round < 1_000; round++) {
      select.enable(0, round % 2 == 1);
      int arm = select.poll();
      happened += arm == 0 ? 1 : 0;
      List.of(first, second, third).get(arm).send(round);
    }
    assertTrue(happened > 80, happened + " of about 166");
  }

  private static void drain(Select select) {
    int arm = select.poll();
    while (arm != ChannelSelect.NOTHING) {
      arm = select.poll();
    }
  }

  @Test
  void theFirstInOrderGoesFirst() throws Exception {
    Select select = select(false);
    fill(third);
    fill(first);
    int[] arms = IntStream.range(0, 2 * CAPACITY).map(i -> select.poll()).toArray();
    assertEquals("[0, 0, 0, 0, 2, 2, 2, 2]", Arrays.toString(arms));
    assertEquals(ChannelSelect.NOTHING, select.poll());
  }

  @ParameterizedTest
  @EnumSource
  void aSendToAnyOfThemWakesIt(ThreadKind kind) throws Exception {
    Select select = select(true);
    for (int arm = 0; arm < rings.size(); arm++) {
      var thread = waiting(kind, select);
      rings.get(arm).send(arm);
      assertEquals(arm, thread.join());
      assertEquals(arm, select.takeValue(arm));
    }
  }

  @Test
  void aSendTakesNoteOfTheAnnouncement() throws Exception {
    Select unused = select(true);
    announce(selecting);
    first.send(1);
    assertFalse(selecting.hasAnnounced());
  }

  @Test
  void aReceiveTakesNoteOfTheAnnouncement() throws Exception {
    Select select = select(true);
    fill(first);
    announce(first.sender);
    assertEquals(0, select.await());
    assertFalse(first.sender.hasAnnounced());
  }

  private static void announce(WatchedEnd end) {
    end.thread = Thread.currentThread();
    end.setAnnounced();
  }

  @ParameterizedTest
  @EnumSource
  void aSendThatMissedTheAnnouncementIsFoundByTheWatch(ThreadKind kind) throws Exception {
    var thread = waiting(kind, select(true));
    sendUnseen(second, 7);
    assertEquals(1, thread.join());
  }

  @ParameterizedTest
  @EnumSource
  void aReceiveThatMissedTheAnnouncementIsFoundByTheWatch(ThreadKind kind) throws Exception {
    Select unused = select(true);
    var sender = waitingSender(kind);
    second.empty(0);
    second.receiver.advance(1);
    assertTrue(sender.join());
  }

  @ParameterizedTest
  @EnumSource
  void aReceiveMakesRoomForTheSender(ThreadKind kind) throws Exception {
    Select select = select(true);
    var sender = waitingSender(kind);
    assertEquals(1, select.await());
    assertTrue(sender.join());
    assertEquals(CAPACITY, second.size());
  }

  @Test
  void aSelectThatIsAboutToParkWakesTheSenders() throws Exception {
    Select select = select(true);
    announce(second.sender);
    assertEquals(ChannelSelect.NOTHING, select.await(Duration.ofNanos(1)));
    assertFalse(second.sender.hasAnnounced(), "there is room for what it waits for");
  }

  /** Its ring is full, and the guard keeps its values out: to wake it would be of no use. */
  @Test
  void aSelectThatIsAboutToParkLeavesWhoHasNoRoom() throws Exception {
    Select select = select(true);
    fill(second);
    second.sender.awaited = 0;
    announce(second.sender);
    select.enable(1, false);
    assertEquals(ChannelSelect.NOTHING, select.await(Duration.ofNanos(1)));
    assertTrue(second.sender.hasAnnounced());
  }

  /** Without a watch that would wake it in any case. */
  @ParameterizedTest
  @EnumSource
  void aSenderThatIsAboutToParkWakesTheSelect(ThreadKind kind) throws Exception {
    var unwatched = new SelectEnd(new Watch((look, delay) -> {}));
    var ring = new ArmRing<Integer>("ring", CAPACITY, unwatched);
    var builder = new SelectBuilder(true);
    builder.addReceive(ring);
    Select select = builder.buildAny();
    announce(unwatched);
    for (int i = 0; i < CAPACITY; i++) {
      sendUnseen(ring, i);
    }
    assertTrue(unwatched.hasAnnounced());
    var sender = run(kind, () -> ring.send(CAPACITY)).awaitParked();
    Polling.until("the sender wakes it", () -> !unwatched.hasAnnounced());
    ring.close();
    assertThrows(ChannelClosedException.class, sender::join);
    assertEquals(0, select.await());
  }

  @ParameterizedTest
  @EnumSource
  void theEndOfAllWakesIt(ThreadKind kind) throws Exception {
    var thread = waiting(kind, select(true));
    first.close();
    third.close();
    second.close();
    assertEquals(ChannelSelect.ALL_OVER, thread.join());
  }

  @ParameterizedTest
  @EnumSource
  void aFailureWakesIt(ThreadKind kind) throws Exception {
    var thread = waiting(kind, select(true));
    var cause = new IllegalStateException("broken");
    second.cutOff(cause);
    assertEquals(cause, assertThrows(ChannelClosedException.class, thread::join).getCause());
  }

  @Test
  void aCloseTakesNoteOfBothAnnouncements() {
    Select unused = select(true);
    announce(selecting);
    announce(second.sender);
    second.close();
    assertFalse(selecting.hasAnnounced());
    assertFalse(second.sender.hasAnnounced());
  }

  @ParameterizedTest
  @EnumSource
  void aCloseWakesTheSender(ThreadKind kind) throws Exception {
    Select unused = select(true);
    var sender = waitingSender(kind);
    second.close();
    assertThrows(ChannelClosedException.class, sender::join);
    assertEquals(1, second.discarded());
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptedSelectHasTakenNothing(ThreadKind kind) throws Exception {
    Select select = select(true);
    var thread = waiting(kind, select);
    thread.interrupt();
    assertThrows(InterruptedException.class, thread::join);
    first.send(1);
    assertEquals(0, select.await());
  }

  @Test
  void anInterruptLeavesWhatIsReady() throws Exception {
    Select select = select(true);
    first.send(1);
    Thread.currentThread().interrupt();
    assertEquals(0, select.await());
    assertTrue(Thread.interrupted());
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptedSenderHasSentNothing(ThreadKind kind) throws Exception {
    Select select = select(true);
    var sender = waitingSender(kind);
    sender.interrupt();
    assertThrows(InterruptedException.class, sender::join);
    for (int i = 0; i < CAPACITY; i++) {
      assertEquals(1, select.poll());
      assertEquals(i, select.takeValue(1));
    }
    assertEquals(ChannelSelect.NOTHING, select.poll());
  }

  @Test
  void whoHasGivenUpDoesNotWait() throws Exception {
    Select select = select(true);
    assertEquals(ChannelSelect.NOTHING, select.await(Duration.ofMillis(1)));
    assertFalse(selecting.hasAnnounced());
    fill(first);
    assertFalse(first.trySend(9, Duration.ofMillis(1)));
    assertFalse(first.sender.hasAnnounced());
  }

  @ParameterizedTest
  @EnumSource
  void itStandsStillOnlyWhileItCannotGoOn(ThreadKind kind) throws Exception {
    Select select = select(true);
    select.enable(0, false);
    var thread = waiting(kind, select);
    assertEquals("selecting", selecting.activity());
    assertTrue(selecting.isWaiting());
    sendUnseen(first, 1);
    assertTrue(selecting.isWaiting(), "a guard keeps out what came");
    sendUnseen(second, 2);
    assertFalse(selecting.isWaiting());
    assertEquals(1, thread.join());
  }

  @ParameterizedTest
  @EnumSource
  void whatAGuardKeepsOutDoesNotEndTheWait(ThreadKind kind) throws Exception {
    Select select = select(true);
    select.enable(0, false);
    var thread = waiting(kind, select);
    first.send(1);
    until(selecting);
    second.send(2);
    assertEquals(1, thread.join());
  }

  @ParameterizedTest
  @EnumSource
  void whoWaitsForTheEndsIsWokenByThem(ThreadKind kind) throws Exception {
    Select select = select(true);
    for (int arm = 0; arm < 3; arm++) {
      select.enable(arm, false);
    }
    var thread = call(kind, select::awaitOrEnd).awaitParked();
    first.close();
    second.close();
    until(selecting);
    third.close();
    assertEquals(ChannelSelect.ALL_OVER, thread.join());
  }

  @Test
  void anEndIsToldOnceAndAfterTheValues() throws Exception {
    var builder = new SelectBuilder(false);
    builder.addEnd(first, new EndNotice());
    builder.addReceive(first);
    Select select = builder.buildAny();
    first.send(1);
    first.close();
    assertEquals(1, select.await());
    assertEquals(0, select.await());
    assertEquals(ChannelSelect.ALL_OVER, select.await());
  }

  /** It was sent while another thread closed the ring, and came after the end was seen. */
  @Test
  void aValueThatComesAfterTheEndDoesNotHoldUpTheEnd() throws Exception {
    var builder = new SelectBuilder(false);
    builder.addReceive(first);
    builder.addEnd(first, new EndNotice());
    Select select = builder.buildAny();
    select.enable(1, false);
    first.close();
    assertEquals(ChannelSelect.NOTHING, select.poll());
    sendUnseen(first, 1);
    select.enable(1, true);
    assertEquals(1, select.poll());
    assertTrue(select.isOver());
  }

  @Test
  void aValueThatComesAfterTheEndIsNotReceived() throws Exception {
    var builder = new SelectBuilder(false);
    builder.addEnd(first, new EndNotice());
    builder.addReceive(first);
    Select select = builder.buildAny();
    first.close();
    assertEquals(0, select.poll());
    sendUnseen(first, 1);
    assertTrue(select.isOver());
    assertEquals(ChannelSelect.NOTHING, select.poll());
    assertEquals(List.of(1), first.closeNow());
  }

  @Test
  void aValueThatNobodyTookIsForgotten() throws Exception {
    Select select = select(false);
    first.send(1);
    second.send(2);
    assertEquals(0, select.poll());
    assertEquals(1, select.poll());
    assertThrows(NullPointerException.class, () -> select.takeValue(0));
    assertEquals(2, select.takeValue(1));
  }

  @Test
  void ringsHaveOneReceiver() {
    Select unused = select(true);
    assertThrows(IllegalStateException.class, () -> select(true));
    assertThrows(UnsupportedOperationException.class, first::receive);
  }

  @Test
  void anArmOfAnotherKindIsRefused() {
    var builder = new SelectBuilder(true);
    builder.addReceive(first);
    builder.addReceive(GeneralChannel.create("general", 1));
    assertThrows(IllegalArgumentException.class, builder::buildAny);
  }

  @Test
  void nothingThatWasReceivedIsKept() throws Exception {
    Select select = select(true);
    first.send(1);
    assertEquals(0, select.await());
    select.forgetValues();
    assertThrows(NullPointerException.class, () -> select.takeValue(0));
  }
}
