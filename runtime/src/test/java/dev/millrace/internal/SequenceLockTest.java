package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
