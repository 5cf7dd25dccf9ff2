package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a thread does while another holds a lock for long, as one does whose core was taken. */
class SequenceLockTest extends ConcurrencyTest {

  private static final Thread.State NAPPING = Thread.State.TIMED_WAITING;

  /** With and without a buffer whoever finds the lock held tries again at other times. */
  private static Stream<Flavour<String>> channels() {
    return Stream.of(
        GeneralChannel.create("c", 0),
        GeneralChannel.create("c", 16),
        Broadcast.create("c", 16),
        Broadcast.<String>create("c", 16).subscribe());
  }

  /** Whichever comes first in the order of locks. */
  @ParameterizedTest
  @ValueSource(ints = {0, 16})
  void whoNeedsSeveralLocksSleepsWithoutAny(int capacity) throws Exception {
    GeneralChannel<String> one = GeneralChannel.create("one", capacity);
    GeneralChannel<String> other = GeneralChannel.create("other", capacity);
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
  @ParameterizedTest
  @MethodSource("channels")
  void anInterruptedThreadSleepsTooAndStaysInterrupted(Flavour<String> channel) throws Exception {
    channel.lock();
    TestThread<Boolean> interrupted =
        call(
            ThreadKind.VIRTUAL,
            () -> {
              Thread.currentThread().interrupt();
              channel.lock();
              channel.unlock();
              return Thread.interrupted();
            });
    interrupted.awaitState(NAPPING);
    channel.unlock();
    assertEquals(true, interrupted.join());
  }

  /** It may be the one that tells a select to look at its timers again. */
  @ParameterizedTest
  @MethodSource("channels")
  void aNapGivesBackThePermitThatItUsed(Flavour<String> channel) throws Exception {
    channel.lock();
    TestThread<Boolean> permitted =
        run(
            ThreadKind.PLATFORM,
            () -> {
              LockSupport.unpark(Thread.currentThread());
              channel.lock();
              channel.unlock();
              LockSupport.park();
            });
    permitted.awaitState(NAPPING);
    channel.unlock();
    permitted.join();
  }

  /** Or its next park would return at once, for nothing. */
  @ParameterizedTest
  @MethodSource("channels")
  void whoFindsTheLockFreeGetsNoPermit(Flavour<String> channel) throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger returns = new AtomicInteger();
    AtomicReference<Thread> thread = new AtomicReference<>();
    TestThread<Boolean> parked =
        run(
            ThreadKind.PLATFORM,
            () -> {
              thread.set(Thread.currentThread());
              channel.awaitFree();
              while (!done.get()) {
                LockSupport.park();
                returns.incrementAndGet();
              }
            });
    parked.awaitState(Thread.State.WAITING);
    int returned = returns.get();
    done.set(true);
    LockSupport.unpark(thread.get());
    parked.join();
    // A park may return for no reason, but hardly ever does.
    assertEquals(0, returned);
  }

  /** Between two sides that work at the same time, and not between two that take turns. */
  @Test
  void whoFindsALockHeldTriesLaterWhereThereIsABuffer() {
    for (int capacity : new int[] {8, 16, Integer.MAX_VALUE}) {
      assertTrue(firstPause(capacity) > 4 * SequenceLock.SHORTEST_PAUSE, capacity + " places");
    }
    for (int capacity : new int[] {0, 1, 7}) {
      assertEquals(SequenceLock.SHORTEST_PAUSE, firstPause(capacity), capacity + " places");
    }
  }

  private static int firstPause(int capacity) {
    int first = GeneralChannel.create("c", capacity).firstPause();
    assertEquals(first, Broadcast.create("c", capacity).firstPause());
    return first;
  }
}
