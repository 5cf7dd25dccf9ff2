package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** Threads that take the locks of the same channels, listed in different orders. */
class ChannelLocksTest extends ConcurrencyTest {

  private static final int ROUNDS = 1_000_000;

  private final GeneralChannel<String> one = GeneralChannel.create("one", 0);
  private final GeneralChannel<String> other = GeneralChannel.create("other", 0);

  @Test
  void doNotWaitForEachOther() throws Exception {
    takeInBothOrders(System::identityHashCode);
  }

  @Test
  void doNotWaitForEachOtherIfTheChannelsHaveNoOrder() throws Exception {
    takeInBothOrders(channel -> 0);
  }

  /** Who waits for the first does not even take the second: so among many somebody is first. */
  @Test
  void areTakenInTheOrderOfTheChannelsHoweverTheyAreListed() throws Exception {
    ChannelLocks locks = new ChannelLocks(List.of(other, one), channel -> channel == one ? 1 : 2);
    one.lock();
    long untouched = other.movement();
    TestThread<Boolean> taking =
        run(
            ThreadKind.VIRTUAL,
            () -> {
              locks.lock();
              locks.unlockAndWake();
            });
    taking.awaitState(Thread.State.TIMED_WAITING);
    assertEquals(untouched, other.movement());
    one.unlock();
    taking.join();
    assertNotEquals(untouched, other.movement());
  }

  private void takeInBothOrders(ToIntFunction<Flavour<?>> rank) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    for (List<GeneralChannel<String>> order : List.of(List.of(one, other), List.of(other, one))) {
      run(
          ThreadKind.PLATFORM,
          () -> {
            ChannelLocks locks = new ChannelLocks(order, rank);
            start.await();
            for (int i = 0; i < ROUNDS; i++) {
              locks.lock();
              locks.unlockAndWake();
            }
          });
    }
    joinAll();
  }

  @Test
  void areAllFreeAgainIfOneThrows() {
    Broadcast<String> broken = Broadcast.create("broken", 1);
    ChannelLocks locks =
        new ChannelLocks(List.of(broken, one), channel -> channel == broken ? 1 : 2);
    locks.lock();
    broken.toWake(1).addAll(Collections.singletonList(null));
    assertThrows(NullPointerException.class, locks::unlockAndWake);
    assertTrue(broken.tryLockSpinning());
    assertTrue(one.tryLockSpinning());
  }
}
