package dev.millrace.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.Channel;
import dev.millrace.Selector;
import dev.millrace.harness.Arms;
import dev.millrace.harness.SelectorKind;
import dev.millrace.harness.SelectorTest;
import dev.millrace.harness.ThreadKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a selector and its builder refuse, in words. */
@SuppressWarnings("NullAway") // Half of it is null.
class SelectMisuseTest extends SelectorTest {

  private final Channel<Integer> channel = Channel.rendezvous();

  SelectMisuseTest(SelectorKind selectors) {
    super(selectors);
  }

  private Arms<String> builder() {
    return selectors.fair();
  }

  private static void assertState(String message, Executable misuse) {
    assertEquals(message, assertThrows(IllegalStateException.class, misuse).getMessage());
  }

  private static void assertNull(String message, Executable misuse) {
    assertEquals(message, assertThrows(NullPointerException.class, misuse).getMessage());
  }

  @Test
  void withoutArms() {
    assertState(
        "A selector without arms could never end. Add an arm, a default or a time-out.",
        () -> builder().build());
  }

  @Test
  void guardsWithoutAnArmOrTwice() {
    assertState(
        "There is no arm to guard. Call when(...) after its arm.",
        () -> builder().when(() -> true));
    assertState(
        "This arm has a guard already. Join them with &&.",
        () -> builder().receive(channel, value -> "").when(() -> true).when(() -> true));
  }

  @Test
  void defaultAndTimeOutTogether() {
    String message = "A selector has one default or one time-out. Keep one of them.";
    Duration time = Duration.ofSeconds(1);
    assertState(message, () -> builder().otherwise(() -> "").otherwise(() -> ""));
    assertState(message, () -> builder().otherwise(() -> "").timeout(time, () -> ""));
    assertState(message, () -> builder().timeout(time, () -> "").otherwise(() -> ""));
    assertState(message, () -> builder().timeout(time, () -> "").timeout(time, () -> ""));
  }

  @Test
  void nullArguments() {
    assertNull(
        "A receive arm needs a function for its value.", () -> builder().receive(channel, null));
    assertNull(
        "A send arm needs a supplier of the value to send.",
        () -> builder().send(channel, null, () -> ""));
    assertNull(
        "A send arm needs a supplier of its result.", () -> builder().send(channel, () -> 1, null));
    assertNull(
        "A closed arm needs a supplier of its result.", () -> builder().closed(channel, null));
    assertNull(
        "A guard must not be null. Leave it out for an arm without.",
        () -> builder().receive(channel, value -> "").when(null));
    assertNull("A default needs a supplier of its result.", () -> builder().otherwise(null));
    assertNull("A time-out needs a duration.", () -> builder().timeout(null, () -> ""));
    assertNull(
        "A time-out needs a supplier of its result.", () -> builder().timeout(Duration.ZERO, null));
  }

  @Test
  void aSupplierThatReturnsNull() {
    Selector<String> select = builder().send(channel, () -> null, () -> "sent").build();
    assertNull("null cannot be sent: the supplier of a send arm returned it.", select::select);
  }

  @Test
  void useByTwoThreadsAtOnce() throws Exception {
    Selector<String> select = builder().receive(channel, value -> "received").build();
    var selecting = call(ThreadKind.VIRTUAL, select::select).awaitParked();
    assertState(
        "This selector is in use by another thread, or by one of its own guards. Build one for"
            + " each thread.",
        select::select);
    channel.send(1);
    assertEquals("received", selecting.join(), "the first user is not disturbed");
  }

  @Test
  void useByItsOwnGuard() throws Exception {
    var select = new Object[1];
    Selector<String> inner =
        builder()
            .receive(channel, value -> "")
            .when(
                () -> {
                  assertThrows(
                      IllegalStateException.class, () -> ((Selector<?>) select[0]).select());
                  return true;
                })
            .otherwise(() -> "nothing")
            .build();
    select[0] = inner;
    assertEquals("nothing", inner.select());
  }
}
