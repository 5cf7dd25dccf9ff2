package dev.millrace.select;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import dev.millrace.Channel;
import dev.millrace.Receiver;
import dev.millrace.Selector;
import dev.millrace.Ticker;
import dev.millrace.harness.Arms;
import dev.millrace.harness.Body;
import dev.millrace.harness.SelectorKind;
import dev.millrace.harness.SelectorTest;
import dev.millrace.harness.ThreadKind;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * A warm select allocates nothing. The virtual machine counts each thread's bytes exactly; what the
 * first rounds allocate (classes, compilation) is not the select's, so it is the best of several
 * rounds that must be zero. A select that allocates does so in every round.
 */
class SelectAllocationTest extends SelectorTest {

  private static final int SELECTS = 2_000;
  private static final int ROUNDS = 30;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Channel<Integer> a = Channel.buffered(1);
  private final Channel<Integer> b = Channel.buffered(1);

  // Small integers are cached, and the functions capture nothing that changes.
  private final Integer value = 1;

  SelectAllocationTest(SelectorKind selectors) {
    super(selectors);
  }

  private void assertAllocatesNothing(Body step) throws Exception {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS && least > 0; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < SELECTS; i++) {
        step.run();
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertEquals(0, least, "bytes in " + SELECTS + " selects");
  }

  private Arms<Integer> bothReceive() {
    return selectors.<Integer>fair().receive(a, it -> it).receive(b, it -> it);
  }

  @Test
  void thatIsReadyAtOnce() throws Exception {
    Selector<Integer> select = bothReceive().build();
    assertAllocatesNothing(
        () -> {
          a.trySend(value);
          select.select();
        });
  }

  @Test
  void thatSends() throws Exception {
    Selector<Integer> select =
        selectors
            .<Integer>prioritised()
            .send(a, () -> value, () -> value)
            .receive(a, it -> it)
            .build();
    assertAllocatesNothing(select::select);
  }

  @Test
  void thatTakesTheDefault() throws Exception {
    Selector<Integer> select = bothReceive().otherwise(() -> value).build();
    assertAllocatesNothing(select::select);
  }

  @Test
  void thatHasAGuard() throws Exception {
    Selector<Integer> select = bothReceive().when(() -> false).otherwise(() -> value).build();
    assertAllocatesNothing(select::select);
  }

  @Test
  void thatTimesOut() throws Exception {
    Selector<Integer> select = bothReceive().timeout(Duration.ofNanos(1), () -> value).build();
    assertAllocatesNothing(select::select);
  }

  @Test
  void thatOutlivesAChannel() throws Exception {
    Channel<Integer> over = Channel.rendezvous();
    Selector<Integer> select =
        bothReceive().closed(over, () -> value).receive(over, it -> it).build();
    // Parked when it ends, so that the channel has known somebody who waited for its end.
    var selecting = run(ThreadKind.PLATFORM, select::select).awaitParked();
    over.close();
    selecting.join();
    assertAllocatesNothing(
        () -> {
          a.trySend(value);
          select.select();
        });
  }

  @Test
  void thatParks() throws Exception {
    Channel<Integer> requests = Channel.unlimited();
    Selector<Integer> select = bothReceive().build();
    run(
        ThreadKind.PLATFORM,
        () -> {
          for (int request : requests) {
            (request == 0 ? a : b).send(value);
          }
        });
    try {
      assertAllocatesNothing(
          () -> {
            requests.trySend(0);
            select.select();
          });
    } finally {
      requests.close();
    }
  }

  @Test
  void thatLooksAtATimer() throws Exception {
    Selector<Integer> select =
        selectors
            .<Integer>fair()
            .receive(Receiver.<Integer>never(), it -> it)
            .receive(Ticker.every(Duration.ofDays(1)), it -> value)
            .timeout(Duration.ofNanos(1), () -> value)
            .build();
    assertAllocatesNothing(select::select);
  }
}
