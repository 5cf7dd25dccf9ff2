package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What a thread does while another holds a lock for long, as one does whose core was taken. */
class SequenceLockTest extends ConcurrencyTest {

  private final GeneralChannel<String> one = GeneralChannel.create("one", 0);
  private final GeneralChannel<String> other = GeneralChannel.create("other", 0);

  private static void awaitNap(Thread thread) {
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      assertTrue(thread.isAlive(), "it came through a lock that is held");
      assertFalse(Thread.interrupted(), "out of time");
      Thread.onSpinWait();
    }
  }

  /** Whichever comes first in the order of locks. */
  @Test
  void whoNeedsSeveralLocksSleepsWithoutAny() throws Exception {
    for (GeneralChannel<String> busy : List.of(one, other)) {
      GeneralChannel<String> free = busy == one ? other : one;
      busy.lock();
      ChannelLocks both = new ChannelLocks(List.of(one, other));
      AtomicReference<Thread> taking = new AtomicReference<>();
      TestThread<Boolean> select =
          run(
              ThreadKind.VIRTUAL,
              () -> {
                taking.set(Thread.currentThread());
                both.lock();
                both.unlockAndWake();
              });
      while (taking.get() == null) {
        Thread.onSpinWait();
      }
      awaitNap(taking.get());
      // Would wait for ever if the lock were taken into the nap.
      free.lock();
      free.unlock();
      busy.unlock();
      select.join();
    }
  }

  @Test
  void anInterruptedThreadSleepsTooAndStaysInterrupted() throws Exception {
    one.lock();
    AtomicReference<Thread> taking = new AtomicReference<>();
    TestThread<Boolean> interrupted =
        call(
            ThreadKind.PLATFORM,
            () -> {
              Thread.currentThread().interrupt();
              taking.set(Thread.currentThread());
              one.lock();
              one.unlock();
              return Thread.interrupted();
            });
    while (taking.get() == null) {
      Thread.onSpinWait();
    }
    awaitNap(taking.get());
    one.unlock();
    assertEquals(true, interrupted.join());
  }

  /** It may be the one that tells a select to look at its timers again. */
  @Test
  void aNapGivesBackThePermitThatItUsed() throws Exception {
    one.lock();
    AtomicReference<Thread> taking = new AtomicReference<>();
    TestThread<Boolean> permitted =
        run(
            ThreadKind.PLATFORM,
            () -> {
              LockSupport.unpark(Thread.currentThread());
              taking.set(Thread.currentThread());
              one.lock();
              one.unlock();
              LockSupport.park();
            });
    while (taking.get() == null) {
      Thread.onSpinWait();
    }
    awaitNap(taking.get());
    one.unlock();
    permitted.join();
  }
}
