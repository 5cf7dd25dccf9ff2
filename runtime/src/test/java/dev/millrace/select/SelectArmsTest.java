package dev.millrace.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.Selector;
import dev.millrace.harness.Arms;
import dev.millrace.harness.SelectorKind;
import dev.millrace.harness.SelectorTest;
import dev.millrace.harness.ThreadKind;
import dev.millrace.internal.ChannelProbe;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Which arm happens, and that the others leave no trace. */
class SelectArmsTest extends SelectorTest {

  private final Channel<Integer> a = Channel.buffered("a", 1);
  private final Channel<Integer> b = Channel.buffered("b", 1);
  private final Channel<Integer> c = Channel.rendezvous("c");

  SelectArmsTest(SelectorKind selectors) {
    super(selectors);
  }

  private Arms<String> allThree(Arms<String> select) {
    return select
        .receive(a, value -> "a" + value)
        .receive(b, value -> "b" + value)
        .send(c, () -> 3, () -> "c");
  }

  @Test
  void prioritisedTakesTheFirstThatIsReady() throws Exception {
    Selector<String> select = allThree(selectors.prioritised()).otherwise(() -> "none").build();
    var receiver = this.<Integer>call(ThreadKind.VIRTUAL, c::receive).awaitParked();
    b.send(2);
    a.send(1);
    assertEquals(
        List.of("a1", "b2", "c", "none"),
        List.of(select.select(), select.select(), select.select(), select.select()));
    assertEquals(3, receiver.join());
  }

  @Test
  void aValueIsAskedForEvenIfNoArmIsReady() throws Exception {
    var asked = new AtomicInteger();
    Selector<String> select =
        selectors
            .<String>fair()
            .send(c, asked::incrementAndGet, () -> "sent")
            .otherwise(() -> "none")
            .build();
    assertEquals("none", select.select());
    assertEquals("none", select.select());
    assertEquals(2, asked.get());
  }

  @Test
  void aParkedSelectTakesWhatComesFirstWhateverItsPriority() throws Exception {
    var selecting =
        call(ThreadKind.PLATFORM, () -> allThree(selectors.prioritised()).build().select())
            .awaitParked();
    b.send(2);
    assertEquals("b2", selecting.join());
    a.send(1);
    assertEquals(1, a.receive());
  }

  @Test
  void theOthersLeaveNoTrace() throws Exception {
    var selecting =
        call(ThreadKind.VIRTUAL, () -> allThree(selectors.fair()).build().select()).awaitParked();
    assertEquals(3, c.receive());
    assertEquals("c", selecting.join());
    for (Channel<Integer> channel : List.of(a, b, c)) {
      ChannelProbe.assertNobodyQueued(channel);
    }
    a.send(1);
    assertEquals(1, a.size(), "nobody takes it");
    assertTrue(c.tryReceive() instanceof dev.millrace.Received.Nothing<Integer>);
  }

  @Test
  void exactlyOneValueIsTakenAlthoughAllAreReady() throws Exception {
    Selector<String> select = allThree(selectors.fair()).build();
    for (int round = 0; round < 100; round++) {
      a.send(1);
      b.send(2);
      String happened = select.select();
      assertEquals(1, a.size() + b.size(), happened);
      a.tryReceive();
      b.tryReceive();
    }
  }

  @Test
  void suppliersAreAskedOncePerSelect() throws Exception {
    var asked = new AtomicInteger();
    Selector<String> select =
        selectors
            .<String>fair()
            .send(c, asked::incrementAndGet, () -> "sent")
            .timeout(Duration.ofMillis(1), () -> "late")
            .build();
    select.select();
    select.select();
    assertEquals(2, asked.get());
  }

  @Test
  void theResultIsMadeAfterTheTransferAndOutsideEveryLock() throws Exception {
    Selector<Boolean> select =
        selectors.<Boolean>fair().receive(a, value -> a.trySend(value + 1)).build();
    a.send(1);
    assertTrue(select.select());
    assertEquals(2, a.receive());
  }

  @Test
  void aSelectorMayBeUsedAgainByItsOwnResult() throws Exception {
    var select =
        new Object() {
          Selector<Integer> it = selectors.<Integer>fair().otherwise(() -> 0).build();
        };
    select.it =
        selectors
            .<Integer>fair()
            .receive(a, value -> value == 0 ? 0 : 1 + assertSelects(select.it))
            .build();
    a.send(1);
    run(ThreadKind.VIRTUAL, () -> a.send(0));
    assertEquals(1, select.it.select());
  }

  private static int assertSelects(Selector<Integer> select) {
    try {
      return select.select();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aFailingSupplierLeavesTheSelectorUsable() throws Exception {
    var calls = new AtomicInteger();
    Selector<String> select =
        selectors
            .<String>fair()
            .send(
                b,
                () -> {
                  if (calls.incrementAndGet() == 1) {
                    throw new IllegalStateException("no value");
                  }
                  return 5;
                },
                () -> "sent")
            .build();
    assertThrows(IllegalStateException.class, select::select);
    assertEquals("sent", select.select());
    assertEquals(5, b.receive());
  }

  @Test
  void aTimeOutOfZeroOrLessDoesNotWait() throws Exception {
    for (Duration none : List.of(Duration.ZERO, Duration.ofDays(-1))) {
      Selector<String> select = allThree(selectors.fair()).timeout(none, () -> "late").build();
      assertEquals("late", select.select());
      a.send(1);
      assertEquals("a1", select.select());
    }
  }

  @Test
  void aSelectWithNothingButATimeOutIsAPause() throws Exception {
    assertEquals(
        "late",
        selectors.<String>fair().timeout(Duration.ofMillis(1), () -> "late").build().select());
  }

  @Test
  void aSelectCanMoveFromThreadToThread() throws Exception {
    Selector<String> select = allThree(selectors.fair()).build();
    for (ThreadKind kind : ThreadKind.values()) {
      var selecting = call(kind, select::select).awaitParked();
      a.send(1);
      assertEquals("a1", selecting.join());
    }
    assertFalse(a.trySend(1) && a.trySend(2));
  }
}
