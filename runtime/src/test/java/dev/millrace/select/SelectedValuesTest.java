package dev.millrace.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.Selector;
import dev.millrace.harness.Arms;
import dev.millrace.harness.SelectorKind;
import dev.millrace.harness.SelectorTest;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A selector lives on; what went through it does not. */
class SelectedValuesTest extends SelectorTest {

  private final Channel<Object> channel = Channel.buffered(1);

  SelectedValuesTest(SelectorKind selectors) {
    super(selectors);
  }

  @Test
  void areGarbageWhenTheyWereReceived() throws Exception {
    Selector<Boolean> select = selectors.<Boolean>fair().receive(channel, value -> true).build();
    assertForgotten(received(select), select);
  }

  private WeakReference<Object> received(Selector<Boolean> select) throws InterruptedException {
    Object value = new Object();
    channel.send(value);
    assertTrue(select.select());
    return new WeakReference<>(value);
  }

  @Test
  void areGarbageWhenTheyWereOfferedInVain() throws Exception {
    channel.send("full");
    Object[] offered = {new Object()};
    Selector<Boolean> select =
        selectors
            .<Boolean>fair()
            .send(channel, () -> offered[0], () -> true)
            .otherwise(() -> false)
            .build();
    assertEquals(false, select.select());
    var reference = new WeakReference<>(offered[0]);
    offered[0] = "another";
    assertForgotten(reference, select);
  }

  private static void assertForgotten(WeakReference<Object> value, Selector<?> select) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    try {
      while (!value.refersTo(null)) {
        assertTrue(System.nanoTime() < deadline, "the selector holds on to a value");
        System.gc();
      }
    } finally {
      Reference.reachabilityFence(select);
    }
    Arms.close(select);
  }
}
