package dev.millrace.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.Selector;
import dev.millrace.harness.Arms;
import dev.millrace.harness.SelectorKind;
import dev.millrace.harness.SelectorTest;
import dev.millrace.harness.ThreadKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Channels that end while they stand in a select. */
class SelectEndsTest extends SelectorTest {

  private final Channel<Integer> a = Channel.buffered("a", 1);
  private final Channel<Integer> b = Channel.buffered("b", 1);

  SelectEndsTest(SelectorKind selectors) {
    super(selectors);
  }

  private Arms<String> both() {
    return selectors
        .<String>fair()
        .receive(a, value -> "a" + value)
        .receive(b, value -> "b" + value);
  }

  @Test
  void closedIsToldOncePerSelector() throws Exception {
    a.close();
    for (int selector = 0; selector < 2; selector++) {
      Selector<String> select =
          both().closed(a, () -> "a ended").otherwise(() -> "nothing").build();
      assertEquals(
          List.of("a ended", "nothing", "nothing"),
          List.of(select.select(), select.select(), select.select()));
    }
  }

  @Test
  void twoChannelsEndTwice() throws Exception {
    Selector<String> select =
        selectors
            .<String>prioritised()
            .closed(a, () -> "a ended")
            .closed(b, () -> "b ended")
            .build();
    a.close();
    assertEquals("a ended", select.select());
    var selecting = call(ThreadKind.VIRTUAL, select::select).awaitParked();
    b.close();
    assertEquals("b ended", selecting.join());
    assertThrows(ChannelClosedException.class, select::select);
  }

  @Test
  void aFailureIsToldToTheClosedArmToo() throws Exception {
    a.close(new IllegalStateException("broken"));
    Selector<String> select = selectors.<String>fair().closed(a, () -> "a ended").build();
    assertEquals("a ended", select.select());
  }

  @Test
  void whenAllAreClosedItThrows() {
    a.close();
    b.close();
    Selector<String> select = both().build();
    for (int i = 0; i < 2; i++) {
      var end = assertThrows(ChannelClosedException.class, select::select);
      assertSame(b, end.channel());
    }
  }

  @Test
  void whenTheLastOneClosesAParkedSelectThrows() throws Exception {
    a.close();
    var selecting = call(ThreadKind.PLATFORM, () -> both().build().select()).awaitParked();
    b.close();
    assertThrows(ChannelClosedException.class, selecting::join);
  }

  @Test
  void aParkedSelectGoesOnWithoutTheOneThatCloses() throws Exception {
    var selecting = call(ThreadKind.VIRTUAL, () -> both().build().select()).awaitParked();
    a.close();
    b.send(2);
    assertEquals("b2", selecting.join());
  }

  @Test
  void defaultWinsOverTheEnd() throws Exception {
    a.close();
    b.close();
    assertEquals("nothing", both().otherwise(() -> "nothing").build().select());
  }

  @Test
  void aTimeOutIsWaitedForAlthoughAllIsOver() throws Exception {
    a.close();
    b.close();
    assertEquals("late", both().timeout(Duration.ofMillis(1), () -> "late").build().select());
  }

  @Test
  void aFailureThrowsAlsoWithADefault() {
    var cause = new IllegalStateException("broken");
    a.close(cause);
    Selector<String> select = both().otherwise(() -> "nothing").build();
    assertSame(cause, assertThrows(ChannelClosedException.class, select::select).getCause());
  }

  @Test
  void valuesBeforeAFailureStillCome() throws Exception {
    a.send(1);
    a.close(new IllegalStateException("broken"));
    Selector<String> select = both().build();
    assertEquals("a1", select.select());
    assertThrows(ChannelClosedException.class, select::select);
  }

  @Test
  void anEndThatIsGuardedOutIsToldLater() throws Exception {
    boolean[] open = {false};
    Selector<String> select =
        selectors
            .<String>fair()
            .closed(a, () -> "a ended")
            .when(() -> open[0])
            .otherwise(() -> "nothing")
            .build();
    a.close();
    assertEquals("nothing", select.select());
    open[0] = true;
    assertEquals("a ended", select.select());
  }
}
