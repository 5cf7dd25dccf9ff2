package dev.millrace.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.Channel;
import dev.millrace.Selector;
import dev.millrace.harness.Body;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import dev.millrace.harness.UsedMemory;
import dev.millrace.internal.ChannelProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waiters that were interrupted leave no memory behind on the channel. */
@Timeout(900)
class InterruptedWaitersMemoryTest extends ConcurrencyTest {

  private static final int BATCH = 500;

  /** What a waiter that was left behind would hold at least: itself and its place. */
  private static final int LEAST_BYTES_PER_WAITER = 48;

  private final Channel<Integer> empty = Channel.rendezvous("empty");
  private final Channel<Integer> full = Channel.buffered("full", 1);

  @Test
  void thousands() throws Exception {
    interruptWaiters(40_000);
  }

  @Tag("campaign")
  @Test
  void aMillion() throws Exception {
    interruptWaiters(1_000_000);
  }

  private void interruptWaiters(int count) throws Exception {
    full.send(1);
    List<Body> waits =
        List.of(
            empty::receive,
            () -> full.send(2),
            () -> empty.tryReceive(Duration.ofMinutes(10)),
            () ->
                Selector.<Integer>fair()
                    .receive(empty, value -> value)
                    .send(full, () -> 3, () -> 0)
                    .closed(empty, () -> 0)
                    .build()
                    .select());
    UsedMemory.assertGrowsByLessThan(
        (long) count * LEAST_BYTES_PER_WAITER / 2, () -> interruptBatches(waits, count / BATCH));
    ChannelProbe.assertNobodyQueued(empty);
    ChannelProbe.assertNobodyQueued(full);
    assertEquals(List.of(1), full.closeNow());
  }

  private void interruptBatches(List<Body> waits, int batches) throws Exception {
    for (int batch = 0; batch < batches; batch++) {
      List<TestThread<Boolean>> waiters = new ArrayList<>();
      for (int i = 0; i < BATCH; i++) {
        Body wait = waits.get(i % waits.size());
        waiters.add(
            run(ThreadKind.VIRTUAL, () -> assertThrows(InterruptedException.class, wait::run)));
      }
      waiters.forEach(TestThread::awaitParked);
      waiters.forEach(TestThread::interrupt);
      joinAll();
    }
  }
}
