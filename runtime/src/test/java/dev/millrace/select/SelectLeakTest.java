package dev.millrace.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.Selector;
import dev.millrace.harness.Arms;
import dev.millrace.harness.SelectorKind;
import dev.millrace.harness.SelectorTest;
import dev.millrace.harness.ThreadKind;
import dev.millrace.internal.ChannelProbe;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many short-lived selectors on one long-lived channel leave nothing behind on it. */
class SelectLeakTest extends SelectorTest {

  private static final int SELECTORS = 100_000;

  private final Channel<Integer> quit = Channel.rendezvous("quit");

  SelectLeakTest(SelectorKind selectors) {
    super(selectors);
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    joinAll();
    ChannelProbe.assertNobodyQueued(quit);
    ChannelProbe.assertNobodyRegistered(quit);
  }

  @Test
  void thatWereServedElsewhere() throws Exception {
    Channel<Integer> work = Channel.buffered(1);
    for (int i = 0; i < SELECTORS; i++) {
      work.send(i);
      int done =
          selectors
              .<Integer>fair()
              .receive(work, value -> value)
              .receive(quit, value -> -1)
              .closed(quit, () -> -1)
              .selectOnce();
      assertEquals(i, done);
    }
  }

  @ParameterizedTest
  @EnumSource
  void thatParkedOnIt(ThreadKind kind) throws Exception {
    int half = SELECTORS / 2;
    Channel<Integer> work = Channel.rendezvous();
    run(
        kind,
        () -> {
          for (int i = 0; i < half; i++) {
            work.send(i);
          }
        });
    var worker =
        call(
            kind,
            () -> {
              long sum = 0;
              for (int i = 0; i < half; i++) {
                sum +=
                    selectors
                        .<Integer>fair()
                        .receive(quit, value -> -1)
                        .receive(work, value -> value)
                        .closed(quit, () -> -1)
                        .selectOnce();
              }
              return sum;
            });
    assertEquals((long) half * (half - 1) / 2, worker.join());
  }

  @Test
  void thatTimedOut() throws Exception {
    for (int i = 0; i < 2000; i++) {
      selectors
          .<Boolean>fair()
          .receive(quit, value -> true)
          .timeout(Duration.ofNanos(1), () -> false)
          .selectOnce();
    }
  }

  @ParameterizedTest
  @EnumSource
  void thatWereInterrupted(ThreadKind kind) throws Exception {
    run(
        kind,
        () -> {
          for (int i = 0; i < 2000; i++) {
            Thread.currentThread().interrupt();
            var select = selectors.<Boolean>fair().receive(quit, value -> true);
            assertThrows(InterruptedException.class, select::selectOnce);
          }
        });
  }

  @Test
  void aSelectorThatIsOverIsGarbage() throws Exception {
    List<WeakReference<Object>> over = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      var select =
          selectors
              .<Boolean>fair()
              .receive(quit, value -> true)
              .closed(quit, () -> true)
              .timeout(Duration.ofNanos(1), () -> false)
              .build();
      select.select();
      Arms.close(select);
      over.add(new WeakReference<>(select));
    }
    // The last one may still be on the stack of an interpreted frame.
    over.removeLast();
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (over.stream().anyMatch(selector -> !selector.refersTo(null))) {
      assertTrue(System.nanoTime() < deadline, "selectors are held");
      System.gc();
    }
  }

  @Test
  void aValueThatWasNotSentIsNotHeld() throws Exception {
    Channel<Object> values = Channel.rendezvous();
    List<WeakReference<Object>> offered = new ArrayList<>();
    Selector<Boolean> select =
        selectors
            .<Boolean>fair()
            .send(
                values,
                () -> {
                  Object value = new Object();
                  offered.add(new WeakReference<>(value));
                  return value;
                },
                () -> true)
            .timeout(Duration.ofNanos(1), () -> false)
            .build();
    select.select();
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!offered.getFirst().refersTo(null)) {
      assertTrue(System.nanoTime() < deadline, "the value is held");
      System.gc();
    }
    // Here, so that the selector itself is alive until the check is over.
    select.select();
  }
}
