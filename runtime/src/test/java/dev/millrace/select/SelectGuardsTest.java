package dev.millrace.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.Selector;
import dev.millrace.harness.Arms;
import dev.millrace.harness.SelectorKind;
import dev.millrace.harness.SelectorTest;
import dev.millrace.harness.ThreadKind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Guards and absent channels take arms out. */
class SelectGuardsTest extends SelectorTest {

  private static final String NEVER_ENDS =
      "This select could never end: its guards took out every arm that is still open, and it has"
          + " neither a time-out nor a default. Add one, or check the guards.";

  private final Channel<Integer> a = Channel.buffered("a", 1);
  private final Channel<Integer> b = Channel.buffered("b", 1);
  private boolean open = true;

  SelectGuardsTest(SelectorKind selectors) {
    super(selectors);
  }

  private Arms<String> guarded() {
    return selectors.<String>fair().receive(a, value -> "a" + value).when(() -> open);
  }

  @Test
  void aGuardTakesItsArmOutOfThatSelectOnly() throws Exception {
    Selector<String> select = guarded().otherwise(() -> "nothing").build();
    a.send(1);
    open = false;
    assertEquals("nothing", select.select());
    open = true;
    assertEquals("a1", select.select());
  }

  @Test
  void anArmThatIsOutIsNoWaiter() throws Exception {
    Channel<Integer> meeting = Channel.rendezvous();
    open = false;
    var selecting =
        call(
                ThreadKind.VIRTUAL,
                () ->
                    selectors
                        .<String>fair()
                        .receive(meeting, value -> "met")
                        .when(() -> open)
                        .receive(b, value -> "b" + value)
                        .build()
                        .select())
            .awaitParked();
    assertFalse(meeting.trySend(1));
    b.send(2);
    assertEquals("b2", selecting.join());
  }

  @Test
  void guardsAreAskedOncePerSelectBeforeWaiting() throws Exception {
    var asked = new AtomicInteger();
    Selector<String> select =
        selectors
            .<String>fair()
            .receive(a, value -> "a" + value)
            .when(() -> asked.incrementAndGet() > 0)
            .receive(b, value -> "b" + value)
            .build();
    var selecting = call(ThreadKind.PLATFORM, select::select).awaitParked();
    assertEquals(1, asked.get());
    b.close(); // wakes it, to look again
    a.send(1);
    assertEquals("a1", selecting.join());
    assertEquals(1, asked.get());
  }

  @Test
  void aSupplierBehindAClosedGuardIsNotAsked() throws Exception {
    Selector<String> select =
        selectors
            .<String>fair()
            .send(a, () -> requireAsked(open), () -> "sent")
            .when(() -> open)
            .otherwise(() -> "nothing")
            .build();
    open = false;
    assertEquals("nothing", select.select());
  }

  private static int requireAsked(boolean asked) {
    assertTrue(asked, "asked although its arm is out");
    return 1;
  }

  @Test
  void guardsAloneCannotMakeItWaitForEver() throws Exception {
    open = false;
    Selector<String> select = guarded().build();
    assertEquals(
        NEVER_ENDS, assertThrows(IllegalStateException.class, select::select).getMessage());
    open = true;
    a.send(1);
    assertEquals("a1", select.select(), "it can be used again");
  }

  @Test
  void guardsAndAClosedChannelTogetherCannotEither() {
    open = false;
    b.close();
    Selector<String> select = guarded().receive(b, value -> "b" + value).build();
    assertEquals(
        NEVER_ENDS, assertThrows(IllegalStateException.class, select::select).getMessage());
  }

  @Test
  void ifWhatTheGuardTookOutIsOverItIsTheEnd() {
    open = false;
    a.close();
    Selector<String> select = guarded().build();
    assertThrows(ChannelClosedException.class, select::select);
  }

  @Test
  void theSameForASendThatTheGuardTookOut() {
    open = false;
    a.close();
    b.close();
    Selector<String> select =
        selectors
            .<String>fair()
            .send(a, () -> 1, () -> "sent")
            .when(() -> open)
            .receive(b, value -> "b" + value)
            .build();
    assertThrows(ChannelClosedException.class, select::select);
  }

  @Test
  void theSameForAFailureThatTheGuardTookOut() {
    open = false;
    var cause = new IllegalStateException("broken");
    a.close(cause);
    var end = assertThrows(ChannelClosedException.class, guarded().build()::select);
    assertSame(cause, end.getCause(), "a failure never looks like an end");
  }

  @Test
  void whenTheOnlyOpenArmEndsWhileParkedTheGuardsAreToBlame() throws Exception {
    open = false;
    var selecting =
        call(ThreadKind.VIRTUAL, () -> guarded().receive(b, value -> "b" + value).build().select())
            .awaitParked();
    b.close();
    assertThrows(IllegalStateException.class, selecting::join);
  }

  @Test
  void aTimeOutMakesItEnd() throws Exception {
    open = false;
    assertEquals("late", guarded().timeout(Duration.ofMillis(1), () -> "late").build().select());
  }

  @Test
  void aFailingGuardLeavesTheSelectorUsable() throws Exception {
    Selector<String> select =
        selectors
            .<String>fair()
            .receive(a, value -> "a" + value)
            .when(
                () -> {
                  if (!open) {
                    throw new IllegalArgumentException("no answer");
                  }
                  return true;
                })
            .build();
    open = false;
    assertThrows(IllegalArgumentException.class, select::select);
    open = true;
    a.send(1);
    assertEquals("a1", select.select());
  }

  @Test
  void anAbsentChannelIsAnArmThatNeverHappens() throws Exception {
    Selector<String> select =
        selectors
            .<String>prioritised()
            .receive((Channel<Integer>) null, value -> "absent")
            .when(() -> true)
            .send((Channel<Integer>) null, () -> 1, () -> "absent")
            .closed(null, () -> "absent")
            .receive(a, value -> "a" + value)
            .build();
    a.send(1);
    assertEquals("a1", select.select());
  }

  @Test
  void absentChannelsDoNotKeepOffTheEndOfTheOthers() throws Exception {
    Selector<String> select =
        Selector.<String>fair()
            .receive((Channel<Integer>) null, value -> "absent")
            .receive(a, value -> "a" + value)
            .closed(null, () -> "absent")
            .build();
    a.close();
    var end = assertThrows(ChannelClosedException.class, select::select);
    assertEquals(a, end.channel());
  }

  @Test
  void nothingButAbsentChannelsCouldNeverEnd() throws Exception {
    var absent = selectors.<String>fair().receive((Channel<Integer>) null, value -> "absent");
    var refusal = assertThrows(IllegalStateException.class, absent.build()::select);
    assertEquals(
        "This select could never end: all its channels are absent (null), and it has neither a"
            + " time-out nor a default. Add one, or give it a channel.",
        refusal.getMessage());
    for (Selector<String> select :
        List.of(
            selectors.<String>fair().closed(null, () -> "").otherwise(() -> "else").build(),
            selectors
                .<String>fair()
                .closed(null, () -> "")
                .timeout(Duration.ofMillis(1), () -> "else")
                .build())) {
      assertEquals("else", select.select());
    }
  }
}
