package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.ThreadKind;
import org.junit.jupiter.api.Test;

/** What a select that stands at its channels must not rely on, as only generated code can show. */
class StandingTest extends ConcurrencyTest {

  private final GeneralChannel<Integer> channel = GeneralChannel.create("channel", 0);
  private final EndNotice notice = new EndNotice();

  /** A wait that is interrupted at once, after which it stands and does not wait. */
  private static ChannelSelect standing(SelectBuilder arms) {
    ChannelSelect select = arms.persistent().build();
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, select::await);
    return select;
  }

  private ChannelSelect ofEnd(SelectBuilder arms, boolean stands) {
    arms.addEnd(channel, notice);
    return stands ? standing(arms) : arms.build();
  }

  /** Nothing comes there any more, and no mark says so. */
  @Test
  void anEndThatWasToldElsewhereIsOver() throws Exception {
    ChannelSelect select = ofEnd(new SelectBuilder(true), true);
    ChannelSelect other = ofEnd(new SelectBuilder(true), false);
    channel.close();
    assertEquals(0, other.poll());
    var selecting = this.<Integer>call(ThreadKind.PLATFORM, select::await);
    assertEquals(ChannelSelect.ALL_OVER, selecting.join());
  }

  @Test
  void whoWaitsForTheEndOnlyGetsNoValue() throws Exception {
    var arms = new SelectBuilder(true);
    arms.addReceive(channel);
    ChannelSelect select = standing(arms);
    select.enable(0, false);
    var waiting = this.<Integer>call(ThreadKind.PLATFORM, select::awaitOrEnd).awaitParked();
    assertFalse(channel.trySend(1), "a guard took the arm out");
    channel.close();
    assertEquals(ChannelSelect.ALL_OVER, waiting.join());
  }
}
