package dev.millrace.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.Selector;
import dev.millrace.harness.ConcurrencyTest;
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
class SelectLeakTest extends ConcurrencyTest {

  private static final int SELECTORS = 100_000;

  private final Channel<Integer> quit = Channel.rendezvous("quit");

  @AfterEach
  void nothingIsLeft() throws Exception {
    joinAll();
    ChannelProbe.assertNobodyQueued(quit);
  }

  @Test
  void thatWereServedElsewhere() throws Exception {
    Channel<Integer> work = Channel.buffered(1);
    for (int i = 0; i < SELECTORS; i++) {
      work.send(i);
      int done =
          Selector.<Integer>fair()
              .receive(work, value -> value)
              .receive(quit, value -> -1)
              .closed(quit, () -> -1)
              .build()
              .select();
      assertEquals(i, done);
    }
  }

  @ParameterizedTest
  @EnumSource
  void thatParkedOnIt(ThreadKind kind) throws Exception {
    int selectors = SELECTORS / 2;
    Channel<Integer> work = Channel.rendezvous();
    run(
        kind,
        () -> {
          for (int i = 0; i < selectors; i++) {
            work.send(i);
          }
        });
    var worker =
        call(
            kind,
            () -> {
              long sum = 0;
              for (int i = 0; i < selectors; i++) {
                sum +=
                    Selector.<Integer>fair()
                        .receive(quit, value -> -1)
                        .receive(work, value -> value)
                        .closed(quit, () -> -1)
                        .build()
                        .select();
              }
              return sum;
            });
    assertEquals((long) selectors * (selectors - 1) / 2, worker.join());
  }

  @Test
  void thatTimedOut() throws Exception {
    for (int i = 0; i < 2000; i++) {
      Selector.<Boolean>fair()
          .receive(quit, value -> true)
          .timeout(Duration.ofNanos(1), () -> false)
          .build()
          .select();
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
            var select = Selector.<Boolean>fair().receive(quit, value -> true).build();
            assertThrows(InterruptedException.class, select::select);
          }
        });
  }

  @Test
  void aSelectorThatIsOverIsGarbage() throws Exception {
    List<WeakReference<Object>> selectors = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      var select =
          Selector.<Boolean>fair()
              .receive(quit, value -> true)
              .closed(quit, () -> true)
              .timeout(Duration.ofNanos(1), () -> false)
              .build();
      select.select();
      selectors.add(new WeakReference<>(select));
    }
    // The last one may still be on the stack of an interpreted frame.
    selectors.removeLast();
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (selectors.stream().anyMatch(selector -> !selector.refersTo(null))) {
      assertTrue(System.nanoTime() < deadline, "selectors are held");
      System.gc();
    }
  }

  @Test
  void aValueThatWasNotSentIsNotHeld() throws Exception {
    Channel<Object> values = Channel.rendezvous();
    List<WeakReference<Object>> offered = new ArrayList<>();
    Selector<Boolean> select =
        Selector.<Boolean>fair()
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
