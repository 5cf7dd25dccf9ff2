package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.ThreadKind;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What can only be provoked from inside. */
class ChannelSelectTest extends ConcurrencyTest {

  /**
   * A select whose first arm has a waiter, until that one is served elsewhere; the second a value.
   */
  private static final class Contended {
    final GeneralChannel<Integer> wanted = GeneralChannel.create("wanted", 0);
    final GeneralChannel<Integer> ready = GeneralChannel.create("ready", 1);
    final SelectWaiter receiver = new SelectWaiter();
    final ChannelSelect select;

    Contended() {
      receiver.begin();
      wanted.receivers().add(new Place(receiver, 0));
      ready.sendNow(1);
      var builder = new SelectBuilder(false);
      builder.addSend(wanted);
      builder.addReceive(ready);
      select = builder.build();
      select.offer(0, 2);
    }
  }

  /** The select sees the waiter, chooses it, finds it gone, and still has the other arm. */
  @Test
  void aChoiceThatFailsLeavesTheOthers() throws Exception {
    for (int round = 0; round < 60; round++) {
      List<Contended> all = IntStream.range(0, 1000).mapToObj(i -> new Contended()).toList();
      var together = new CyclicBarrier(2);
      run(
          ThreadKind.PLATFORM,
          () -> {
            together.await();
            all.forEach(contended -> contended.receiver.claim(9));
          });
      together.await();
      for (Contended contended : all) {
        int happened = contended.select.poll();
        assertTrue(happened >= 0, "nothing was ready");
        assertEquals(happened, 1 - contended.ready.size());
      }
      joinAll();
    }
  }
}
