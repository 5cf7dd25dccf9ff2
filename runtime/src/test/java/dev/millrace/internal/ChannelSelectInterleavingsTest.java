package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@link ChannelSelectTest} in all interleavings: real threads seldom meet where it matters. */
@Tag("lincheck")
class ChannelSelectInterleavingsTest {

  private static final int ENOUGH = 100;

  @Test
  void aChoiceThatFailsLeavesTheOthers() {
    Lincheck.runConcurrentTest(
        ENOUGH, ChannelSelectInterleavingsTest::chooseWhomAnotherChannelServes);
  }

  private static void chooseWhomAnotherChannelServes() {
    GeneralChannel<Integer> wanted = GeneralChannel.create("wanted", 0);
    GeneralChannel<Integer> ready = GeneralChannel.create("ready", 1);
    SelectWaiter receiver = new SelectWaiter();
    receiver.begin();
    wanted.receivers().add(new Place(receiver, 0));
    ready.sendNow(1);
    SelectBuilder builder = new SelectBuilder(false);
    builder.addSend(wanted);
    builder.addReceive(ready);
    ChannelSelect select = builder.build();
    select.offer(0, 2);
    Thread serving = new Thread(() -> receiver.claim(9));
    serving.start();
    int happened = select.poll();
    assertTrue(happened >= 0, "nothing was ready");
    assertEquals(1 - happened, ready.size());
    try {
      serving.join();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts", e);
    }
  }
}
