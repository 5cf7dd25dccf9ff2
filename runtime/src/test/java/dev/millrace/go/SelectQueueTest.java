package dev.millrace.go;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.Selector;
import dev.millrace.harness.SelectorKind;
import dev.millrace.harness.SelectorTest;
import dev.millrace.harness.ThreadKind;
import dev.millrace.harness.UsedMemory;
import dev.millrace.internal.ChannelProbe;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Selects leave the queues of their channels in order and in size. */
class SelectQueueTest extends SelectorTest {

  SelectQueueTest(SelectorKind selectors) {
    super(selectors);
  }

  /**
   * Go's {@code test/chan/select6.go}: a select that is last in a queue with several waiters leaves
   * it, and waiters that come afterwards are woken.
   */
  @Test
  void aSelectThatLeavesTheEndOfAQueueKeepsItWhole() throws Exception {
    Channel<Boolean> contended = Channel.rendezvous("contended");
    Channel<Boolean> other = Channel.rendezvous("other");
    Channel<Boolean> done = Channel.rendezvous("done");
    run(ThreadKind.VIRTUAL, contended::receive).awaitParked();
    var select =
        run(
                ThreadKind.VIRTUAL,
                () -> {
                  boolean served =
                      selectors
                          .<Boolean>fair()
                          .receive(contended, value -> false)
                          .receive(other, value -> true)
                          .build()
                          .select();
                  assertTrue(served, "served by the wrong channel");
                  done.send(true);
                  contended.receive();
                })
            .awaitParked();
    run(ThreadKind.VIRTUAL, () -> other.send(true));
    done.receive();
    contended.send(true);
    contended.send(true);
    assertTrue(select.join());
  }

  /**
   * Go's {@code test/chan/select2.go}: a sender and a selecting receiver exchange 100,000 values
   * beside a channel on which nothing happens, and memory does not grow.
   */
  @Test
  void memoryDoesNotGrow() throws Exception {
    exchange(10_000);
  }

  @Test
  @Tag("campaign")
  void memoryDoesNotGrowOver100000() throws Exception {
    exchange(100_000);
  }

  private void exchange(int count) throws Exception {
    Channel<Integer> quiet = Channel.rendezvous("quiet");
    // A place left behind for each select would be at least this much.
    UsedMemory.assertGrowsByLessThan(count * 24L, () -> transfer(quiet, count));
    ChannelProbe.assertNobodyQueued(quiet);
  }

  private void transfer(Channel<Integer> quiet, int count) throws Exception {
    Channel<Integer> work = Channel.rendezvous("work");
    run(
        ThreadKind.VIRTUAL,
        () -> {
          Selector<Boolean> sending =
              selectors
                  .<Boolean>fair()
                  .send(work, () -> 0, () -> true)
                  .receive(quiet, value -> false)
                  .build();
          for (int i = 0; i < count; i++) {
            assertTrue(sending.select());
          }
          work.close();
        });
    var receiver =
        call(
            ThreadKind.VIRTUAL,
            () -> {
              int received = 0;
              Selector<Boolean> receiving =
                  selectors
                      .<Boolean>fair()
                      .receive(work, value -> true)
                      .closed(work, () -> false)
                      .receive(quiet, value -> false)
                      .build();
              while (receiving.select()) {
                received++;
              }
              return received;
            });
    assertEquals(count, receiver.join());
    joinAll();
    assertThrows(ChannelClosedException.class, () -> work.send(1));
  }
}
