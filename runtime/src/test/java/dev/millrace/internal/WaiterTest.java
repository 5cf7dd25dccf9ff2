package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The one word that decides what happens to a waiting thread. */
class WaiterTest extends ConcurrencyTest {

  private static final int ARM = 3;

  private static Waiter waiter() {
    return new SoloWaiter(GeneralChannel.create("c", 0), false, SoloWaiter.Manner.PARKS);
  }

  private static long past() {
    return System.nanoTime() - 1;
  }

  @Test
  void whatWasClaimedIsTold() throws Exception {
    Waiter waiter = waiter();
    assertTrue(waiter.isWaiting());
    assertTrue(waiter.claim(ARM));
    assertFalse(waiter.isWaiting());
    assertEquals(ARM, waiter.park(Waiter.FOREVER, Waiter.FOREVER));
    assertEquals(ARM, waiter.park(past(), Waiter.FOREVER), "a claim in time is not late");
  }

  @Test
  void nobodyCanClaimWhatWasClaimed() {
    Waiter waiter = waiter();
    waiter.claim(ARM);
    assertFalse(waiter.claim(ARM));
    assertFalse(waiter.claim(ARM + 1));
  }

  @Test
  void nobodyCanClaimAWaiterThatGaveUpInTime() throws Exception {
    Waiter waiter = waiter();
    assertEquals(Waiter.GAVE_UP, waiter.park(past(), Waiter.FOREVER));
    assertFalse(waiter.claim(ARM));
  }

  @Test
  void nobodyCanClaimAnInterruptedWaiter() {
    Waiter waiter = waiter();
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> waiter.park(Waiter.FOREVER, Waiter.FOREVER));
    assertFalse(waiter.claim(ARM));
  }

  @Test
  void aClaimBeforeTheInterruptWinsAndTheFlagStays() throws Exception {
    Waiter waiter = waiter();
    waiter.claim(ARM);
    Thread.currentThread().interrupt();
    assertEquals(ARM, waiter.park(Waiter.FOREVER, Waiter.FOREVER));
    assertTrue(Thread.interrupted());
  }

  @Test
  void itCanBeginAgain() {
    var waiter = new SelectWaiter();
    waiter.begin();
    assertTrue(waiter.claim(1));
    waiter.begin();
    assertTrue(waiter.isWaiting());
    assertTrue(waiter.claim(2));
  }

  @Test
  void whoHasTakenABreathSleepsAndIsWoken() throws Exception {
    var waiter = new SelectWaiter();
    TestThread<Integer> waiting =
        call(
            ThreadKind.VIRTUAL,
            () -> {
              waiter.begin(true);
              return awaitClaim(waiter);
            });
    waiting.awaitState(Thread.State.WAITING);
    assertTrue(waiter.claim(ARM));
    waiter.wake();
    assertEquals(ARM, waiting.join());
  }

  /** A claim that comes during the breath is not told by a wake-up. */
  @Test
  void whoIsClaimedDuringItsBreathLooksForItself() throws Exception {
    for (int round = 0; round < 2_000; round++) {
      var waiter = new SelectWaiter();
      waiter.begin(true);
      assertTrue(waiter.claim(ARM));
      waiter.wake();
      assertEquals(ARM, awaitClaim(waiter));
    }
  }

  /** Waits unwoken for no time at all. */
  private static class Unwoken extends Waiter {
    Unwoken() {
      begin(true);
    }

    @Override
    void waitUnwoken(long deadline) {}

    @Override
    public int waits() {
      return 1;
    }

    @Override
    public String activity() {
      return "waiting unwoken";
    }
  }

  /** As when a sender comes just after a receiver has spun for nothing. */
  @Test
  void whoIsClaimedWhileItIsNotToBeWokenLooksForItself() throws Exception {
    var waiter =
        new Unwoken() {
          @Override
          void waitUnwoken(long deadline) {
            assertTrue(claim(ARM));
            wake();
          }
        };
    assertEquals(ARM, awaitClaim(waiter));
  }

  /**
   * Two threads walk side by side along the same waiters: the one claims and looks for a thread to
   * wake, the other says who it is and looks for a claim. If both missed each other, the second
   * would sleep for ever.
   */
  @Test
  void aClaimAndTheEndOfAnUnwokenWaitNeverMissEachOther() throws Exception {
    int count = 100_000;
    for (int round = 0; round < 10; round++) {
      Waiter[] waiters = new Waiter[count];
      var together = new CyclicBarrier(2);
      run(
          ThreadKind.PLATFORM,
          () -> {
            for (int i = 0; i < count; i++) {
              waiters[i] = new Unwoken();
            }
            together.await();
            for (int i = 0; i < count; i++) {
              // It belongs to the thread that made it.
              assertEquals(ARM, awaitClaim(waiters[i]));
            }
          });
      run(
          ThreadKind.PLATFORM,
          () -> {
            together.await();
            for (int i = 0; i < count; i++) {
              assertTrue(waiters[i].claim(ARM));
              waiters[i].wake();
            }
          });
      joinAll();
    }
  }

  private static int awaitClaim(Waiter waiter) throws InterruptedException {
    int outcome = Waiter.WAITING;
    while (outcome == Waiter.WAITING) {
      outcome = waiter.park(Waiter.FOREVER, Waiter.FOREVER);
    }
    return outcome;
  }

  /** Two threads walk side by side along the same waiters. */
  @Test
  void ofTwoClaimsExactlyOneSucceeds() throws Exception {
    int count = 100_000;
    for (int round = 0; round < 10; round++) {
      Waiter[] waiters = IntStream.range(0, count).mapToObj(i -> waiter()).toArray(Waiter[]::new);
      boolean[][] claimed = new boolean[2][count];
      var together = new CyclicBarrier(2);
      for (boolean[] mine : claimed) {
        run(
            ThreadKind.PLATFORM,
            () -> {
              together.await();
              for (int i = 0; i < count; i++) {
                mine[i] = waiters[i].claim(ARM);
              }
            });
      }
      joinAll();
      for (int i = 0; i < count; i++) {
        assertTrue(claimed[0][i] != claimed[1][i], "both or neither");
      }
    }
  }

  /** The flag is for the interrupt that came too late: it must not get lost. */
  @Test
  void ofAClaimAndAnInterruptExactlyOneHappens() throws Exception {
    whoIsClaimedIsTold(WaiterTest::interruptedAwaitIsTold);
  }

  @Test
  void ofAClaimAndATimeOutExactlyOneHappens() throws Exception {
    whoIsClaimedIsTold(
        waiter -> {
          int outcome = waiter.park(past(), Waiter.FOREVER);
          assertTrue(outcome == ARM || outcome == Waiter.GAVE_UP);
          return outcome == ARM;
        });
  }

  private interface Wait {
    boolean isTold(Waiter waiter) throws Exception;
  }

  private void whoIsClaimedIsTold(Wait wait) throws Exception {
    int count = 100_000;
    for (int round = 0; round < 10; round++) {
      Waiter[] waiters = IntStream.range(0, count).mapToObj(i -> waiter()).toArray(Waiter[]::new);
      boolean[] claimed = new boolean[count];
      boolean[] told = new boolean[count];
      var together = new CyclicBarrier(2);
      run(
          ThreadKind.PLATFORM,
          () -> {
            together.await();
            for (int i = 0; i < count; i++) {
              claimed[i] = waiters[i].claim(ARM);
            }
          });
      run(
          ThreadKind.PLATFORM,
          () -> {
            together.await();
            for (int i = 0; i < count; i++) {
              told[i] = wait.isTold(waiters[i]);
            }
          });
      joinAll();
      assertArrayEquals(claimed, told);
    }
  }

  private static boolean interruptedAwaitIsTold(Waiter waiter) {
    Thread.currentThread().interrupt();
    try {
      assertEquals(ARM, waiter.park(Waiter.FOREVER, Waiter.FOREVER));
      assertTrue(Thread.interrupted(), "the interrupt got lost");
      return true;
    } catch (InterruptedException e) {
      assertFalse(Thread.currentThread().isInterrupted(), "told twice");
      return false;
    }
  }
}
