package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.harness.Body;
import dev.millrace.harness.Campaign;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.Polling;
import dev.millrace.harness.ThreadKind;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The last steps before a park without a limit, against those that must see them, on real cores and
 * in volume: here a fence that is missing shows. Nobody parks, so there are many more rounds than
 * there could be with parks.
 */
@Timeout(900)
class AnnouncingEndRaceTest extends ConcurrencyTest {

  private static final int ROUNDS = 20_000;
  private static final int MANY = Campaign.share(20_000_000);

  private static final int CACHE_LINES = 16;
  private static final int LONGS_PER_LINE = 16;

  private final OneToOneRing<Integer> channel = new OneToOneRing<>("ring", 1);
  private final long[] clutter = new long[CACHE_LINES * LONGS_PER_LINE];
  private final AtomicInteger arrivals = new AtomicInteger();

  @Test
  void aReceiverThatSleepsWithoutALimitIsWoken() throws Exception {
    sendMeetsReceive(ROUNDS, false);
  }

  @Tag("campaign")
  @Test
  void aReceiverThatSleepsWithoutALimitIsWokenInVolume() throws Exception {
    sendMeetsReceive(MANY, false);
  }

  @Test
  void aReceiverThatStandsAnewIsWoken() throws Exception {
    sendMeetsReceive(ROUNDS, true);
  }

  @Tag("campaign")
  @Test
  void aReceiverThatStandsAnewIsWokenInVolume() throws Exception {
    sendMeetsReceive(MANY, true);
  }

  @Test
  void aSenderThatSleepsWithoutALimitIsWoken() throws Exception {
    receiveMeetsSend(ROUNDS);
  }

  @Tag("campaign")
  @Test
  void aSenderThatSleepsWithoutALimitIsWokenInVolume() throws Exception {
    receiveMeetsSend(MANY);
  }

  /** Though it would rather have more room: there comes no more until it goes on. */
  @ParameterizedTest
  @EnumSource
  void eachValueThatLeavesLetsOneIn(ThreadKind kind) throws Exception {
    oneByOne(kind, ROUNDS);
  }

  @Tag("campaign")
  @ParameterizedTest
  @EnumSource
  void eachValueThatLeavesLetsOneInInVolume(ThreadKind kind) throws Exception {
    oneByOne(kind, MANY / 10);
  }

  private void oneByOne(ThreadKind kind, int count) throws Exception {
    int capacity = 4;
    var ring = new OneToOneRing<Integer>("ring", capacity);
    var sending =
        run(
            kind,
            () -> {
              for (int i = 0; i < count + capacity; i++) {
                ring.send(i);
              }
            });
    for (int i = 0; i < count; i++) {
      int sent = i + capacity;
      Polling.until("the sender was woken", () -> ring.sender.indexSeen() >= sent);
      for (int pauses = ThreadLocalRandom.current().nextInt(100); pauses > 0; pauses--) {
        Thread.onSpinWait();
      }
      assertEquals(i, ring.receiveNow());
    }
    assertTrue(sending.join());
  }

  private void sendMeetsReceive(int rounds, boolean anew) throws Exception {
    channel.receiver.beginToPark();
    channel.sendNow(0);
    channel.receiveNow();
    race(
        rounds,
        () -> channel.sendNow(1),
        () -> {
          if (anew) {
            standAnew(channel.receiver);
          }
          return announceAndLook(channel.receiver, channel.sender);
        },
        channel.receiver,
        channel::receiveNow);
  }

  private void receiveMeetsSend(int rounds) throws Exception {
    channel.sender.beginToPark();
    channel.sendNow(0);
    channel.receiveNow();
    channel.sendNow(1);
    race(
        rounds,
        channel::receiveNow,
        () -> announceAndLook(channel.sender, channel.receiver),
        channel.sender,
        () -> channel.sendNow(1));
  }

  private interface Announcing {
    /** Whether it would sleep without a limit now. */
    boolean run();
  }

  private void race(int rounds, Body step, Announcing announcing, RingEnd end, Body afterwards)
      throws Exception {
    var stepping =
        run(
            ThreadKind.PLATFORM,
            () -> {
              for (int round = 0; round < rounds; round++) {
                meet(3 * round);
                clutterStoreBuffer();
                step.run();
                meet(3 * round + 1);
                meet(3 * round + 2);
              }
            });
    var parking =
        run(
            ThreadKind.PLATFORM,
            () -> {
              int lost = 0;
              for (int round = 0; round < rounds; round++) {
                meet(3 * round);
                clutterStoreBuffer();
                boolean sleeps = announcing.run();
                meet(3 * round + 1);
                lost += sleeps && end.hasAnnounced() ? 1 : 0;
                end.endAnnouncement();
                afterwards.run();
                meet(3 * round + 2);
              }
              assertEquals(0, lost, "wake-ups that were lost");
            });
    assertTrue(parking.join());
    assertTrue(stepping.join());
  }

  /** Until both threads have come here. */
  private void meet(int meeting) throws InterruptedException {
    arrivals.getAndIncrement();
    Polling.until("both are here", () -> arrivals.get() >= 2 * (meeting + 1));
  }

  /**
   * Writes what the other core has written last: what is stored next then waits for it in this
   * core's store buffer, unless there is a fence.
   */
  private void clutterStoreBuffer() {
    var random = ThreadLocalRandom.current();
    int lines = random.nextBoolean() ? random.nextInt(CACHE_LINES) : 0;
    for (int line = 0; line < lines; line++) {
      clutter[line * LONGS_PER_LINE]++;
    }
  }

  private boolean announceAndLook(RingEnd end, RingEnd other) {
    long slot = end.sends ? end.index - channel.capacity : end.index;
    boolean certain = end.announce(other, slot);
    return !channel.isReadyOrClosed(end.sends, slot) && certain;
  }

  private static void standAnew(RingEnd end) {
    end.parkedAt = end.index - 1_000;
    end.standDownIfBusy();
    assertFalse(end.stands());
    end.parkedAt = end.index;
    end.beginToPark();
    assertTrue(end.stands());
  }
}
