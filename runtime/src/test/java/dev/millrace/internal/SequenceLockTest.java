package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What a thread does while another holds a lock for long, as one does whose core was taken. */
class SequenceLockTest extends ConcurrencyTest {

  private static final Thread.State NAPPING = Thread.State.TIMED_WAITING;

  private final GeneralChannel<String> one = GeneralChannel.create("one", 0);
  private final GeneralChannel<String> other = GeneralChannel.create("other", 0);

  /** Whichever comes first in the order of locks. */
  @Test
  void whoNeedsSeveralLocksSleepsWithoutAny() throws Exception {
    for (GeneralChannel<String> busy : List.of(one, other)) {
      GeneralChannel<String> free = busy == one ? other : one;
      busy.lock();
      ChannelLocks both = new ChannelLocks(List.of(one, other));
      TestThread<Boolean> select =
          run(
              ThreadKind.VIRTUAL,
              () -> {
                both.lock();
                both.unlockAndWake();
              });
      select.awaitState(NAPPING);
      // Would wait for ever if the lock were taken into the nap.
      free.lock();
      free.unlock();
      busy.unlock();
      select.join();
    }
  }

  /** A virtual one, which would keep its carrier from the holder if it did not. */
  @Test
  void anInterruptedThreadSleepsTooAndStaysInterrupted() throws Exception {
    one.lock();
    TestThread<Boolean> interrupted =
        call(
            ThreadKind.VIRTUAL,
            () -> {
              Thread.currentThread().interrupt();
              one.lock();
              one.unlock();
              return Thread.interrupted();
            });
    interrupted.awaitState(NAPPING);
    one.unlock();
    assertEquals(true, interrupted.join());
  }

  /** Or the next park of a thread that has only watched would return at once, for nothing. */
  @Test
  void whoNeedNotNapGetsNoPermit() throws Exception {
    TestThread<Boolean> parked =
        run(
            ThreadKind.PLATFORM,
            () -> {
              one.awaitFree();
              LockSupport.park();
            });
    parked.awaitState(Thread.State.WAITING);
    parked.interrupt();
    parked.join();
  }

  /** Between two sides that work at the same time, and not between two that take turns. */
  @Test
  void whoFindsALockHeldLetsTheOtherSideOfABufferRunAhead() {
    int shortest = one.shortestPause();
    assertTrue(GeneralChannel.create("c", 16).shortestPause() > 4 * shortest);
    assertTrue(GeneralChannel.create("c", Integer.MAX_VALUE).shortestPause() > 4 * shortest);
    assertEquals(shortest, GeneralChannel.create("c", 1).shortestPause());
  }

  /** It may be the one that tells a select to look at its timers again. */
  @Test
  void aNapGivesBackThePermitThatItUsed() throws Exception {
    one.lock();
    TestThread<Boolean> permitted =
        run(
            ThreadKind.PLATFORM,
            () -> {
              LockSupport.unpark(Thread.currentThread());
              one.lock();
              one.unlock();
              LockSupport.park();
            });
    permitted.awaitState(NAPPING);
    one.unlock();
    permitted.join();
  }
}
