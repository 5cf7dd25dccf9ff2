package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.millrace.annotation.Nullable;
import dev.millrace.harness.Body;
import dev.millrace.harness.Campaign;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Who is about to park in a select of rings, or at one of them, has seen what it waits for or is
 * woken, and every value comes once, in order and before the end, in all interleavings.
 *
 * <p>To Lincheck a park may end by itself, so that a wake-up that is lost would not be seen. But
 * whoever parks asks the watch before to look after it. Here that waits until the other threads
 * have ended, and finds out whether they have woken who is about to sleep. What only a fence makes
 * sure of, {@code RingSelectStress} sees.
 */
@Tag("lincheck")
class RingSelectInterleavingsTest {

  private static final int ENOUGH = 100;
  private static final int FEW = 10;
  private static final int MANY = Campaign.share(4_000);

  private static final String END = "end";

  private SelectEnd selecting = new SelectEnd();
  private List<ArmRing<Integer>> rings = List.of();
  private List<Other> others = List.of();

  @Test
  void aSelectSeesTheValuesOfTwoSendersOrIsWoken() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          Select select = select(2, this::isSelectWoken);
          rings.forEach(ring -> start(() -> ring.sendNow(7)));
          assertEquals(1, await(select) + await(select), "each of the two once");
          joinAll();
        });
  }

  @Test
  void aSelectSeesTheEndOrIsWoken() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          Select select = selectFromOne();
          start(() -> rings.get(0).close());
          assertEquals(1, await(select), "the arm of the end");
          joinAll();
        });
  }

  @Test
  void aSelectSeesTheValueOfASenderThatParksOrIsWoken() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          Select select = selectFromOne();
          start(() -> sendUnseenAndWait(rings.get(0)));
          assertEquals(0, await(select));
          joinAll();
        });
  }

  @Test
  void aSenderSeesTheRoomOrIsWoken() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          Select select = select(1, this::isSenderWoken);
          rings.get(0).sendNow(7);
          start(() -> assertEquals(0, select.poll()));
          send(rings.get(0), 8);
          joinAll();
          assertEquals(1, rings.get(0).size());
        });
  }

  @Test
  void aSenderSeesTheRoomThatASelectHasMadeThatParksOrIsWoken() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          Select unused = select(1, this::isSenderWoken);
          rings.get(0).sendNow(7);
          start(() -> receiveUnseenAndWait(rings.get(0)));
          send(rings.get(0), 8);
          joinAll();
        });
  }

  @Test
  void whoAnnouncesDuringTheLastLookOfTheWatchIsLookedAfter() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          List<Runnable> looks = new ArrayList<>();
          Watch watch = new Watch((look, delay) -> looks.add(look));
          Select unused = select(1, watch);
          // For somebody who waits no more.
          watch.begin();
          Runnable last = looks.remove(0);
          start(last::run);
          selecting.thread = Thread.currentThread();
          selecting.setAnnounced();
          VarHandle.fullFence();
          watch.begin();
          joinAll();
          sendUnseen(rings.get(0));
          looks.forEach(Runnable::run);
          assertFalse(selecting.hasAnnounced(), "nobody looks after it");
        });
  }

  @Test
  void everythingComesOnceAndInOrderAndThenTheEnd() {
    Lincheck.runConcurrentTest(FEW, () -> exchange(1));
    Lincheck.runConcurrentTest(FEW, () -> exchange(2));
  }

  @Test
  @Tag("campaign")
  void everythingComesOnceAndInOrderAndThenTheEndAtLength() {
    Lincheck.runConcurrentTest(MANY, () -> exchange(1));
    Lincheck.runConcurrentTest(MANY, () -> exchange(2));
  }

  private void exchange(int senders) {
    Select select = select(senders, new Watch((look, delay) -> {}));
    for (ArmRing<Integer> ring : rings) {
      start(
          () -> {
            ring.send(0);
            ring.send(1);
            ring.close();
          });
    }
    List<List<Object>> told = new ArrayList<>();
    rings.forEach(ring -> told.add(new ArrayList<>()));
    for (int arm; (arm = await(select)) != ChannelSelect.ALL_OVER; ) {
      told.get(arm % senders).add(arm < senders ? select.takeValue(arm) : END);
    }
    joinAll();
    assertEquals(Collections.nCopies(senders, List.of(0, 1, END)), told);
  }

  private Select selectFromOne() {
    return select(1, this::isSelectWoken);
  }

  private Select select(int senders, Runnable beforePark) {
    return select(senders, new Watch((look, delay) -> beforePark.run()));
  }

  /** From rings with one place each: an arm for the values of each, then one for each end. */
  private Select select(int senders, Watch watch) {
    selecting = new SelectEnd(watch);
    rings = new ArrayList<>();
    others = new ArrayList<>();
    var builder = new SelectBuilder(false);
    for (int i = 0; i < senders; i++) {
      ArmRing<Integer> ring = new ArmRing<>("ring", 1, selecting);
      // To look again before the announcement only costs steps here.
      ChannelProbe.withoutSpinning(ring);
      rings.add(ring);
      builder.addReceive(ring);
    }
    rings.forEach(ring -> builder.addEnd(ring, new EndNotice()));
    return builder.buildAny();
  }

  private void isSelectWoken() {
    isWoken(selecting);
  }

  private void isSenderWoken() {
    isWoken(rings.get(0).sender);
  }

  private void isWoken(WatchedEnd end) {
    joinAll();
    assertFalse(end.hasAnnounced(), "nobody wakes it");
  }

  /** As a send that has not seen the announcement. */
  private static void sendUnseen(ArmRing<Integer> ring) {
    ring.fill(0, 7);
    ring.sender.advance(1);
  }

  /** It is about to park when it finds out that it is too late. */
  private static void sendUnseenAndWait(ArmRing<Integer> ring) throws InterruptedException {
    sendUnseen(ring);
    boolean unused = ring.sender.awaitRoom(1, System.nanoTime());
  }

  private static void receiveUnseenAndWait(ArmRing<Integer> ring) throws InterruptedException {
    ring.empty(0);
    ring.receiver.advance(1);
    boolean unused = ring.selecting.await(System.nanoTime());
  }

  private static int await(Select select) {
    try {
      return select.await();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts this thread", e);
    }
  }

  private static void send(ArmRing<Integer> ring, int value) {
    try {
      ring.send(value);
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts this thread", e);
    }
  }

  private void start(Body body) {
    Other other = new Other(body);
    others.add(other);
    other.start();
  }

  private void joinAll() {
    others.forEach(Other::end);
  }

  private static final class Other {
    private final Thread thread;
    private @Nullable Throwable failure;

    Other(Body body) {
      thread = new Thread(() -> run(body));
    }

    void start() {
      thread.start();
    }

    private void run(Body body) {
      try {
        body.run();
      } catch (Throwable e) {
        failure = e;
      }
    }

    void end() {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts this thread", e);
      }
      if (failure != null) {
        throw new AssertionError(failure);
      }
    }
  }
}
