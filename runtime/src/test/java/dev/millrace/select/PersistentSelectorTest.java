package dev.millrace.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.PersistentSelector;
import dev.millrace.Selector;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.ThreadKind;
import dev.millrace.internal.ChannelProbe;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The life of a persistent selector, from its making until it is closed. */
class PersistentSelectorTest extends ConcurrencyTest {

  private final Channel<Integer> channel = Channel.rendezvous("channel");
  private final Channel<Integer> other = Channel.buffered("other", 1);

  private Selector.Builder<Integer> both() {
    return Selector.<Integer>fair().receive(channel, value -> value).receive(other, value -> value);
  }

  private static void assertRefused(String message, Executable use) {
    assertEquals(message, assertThrows(IllegalStateException.class, use).getMessage());
  }

  @Test
  void afterCloseItsChannelsKnowNothingOfIt() {
    PersistentSelector<Integer> selector = both().persistent();
    selector.close();
    ChannelProbe.assertNobodyRegistered(channel);
    ChannelProbe.assertNobodyRegistered(other);
  }

  @Test
  void theOthersStayRegistered() throws Exception {
    List<PersistentSelector<Integer>> selectors =
        IntStream.range(0, 3).mapToObj(i -> both().otherwise(() -> -1).persistent()).toList();
    selectors.get(1).close();
    for (var left : List.of(selectors.get(0), selectors.get(2))) {
      other.send(1);
      assertEquals(1, left.select());
    }
  }

  @Test
  void useAfterCloseIsRefused() {
    PersistentSelector<Integer> selector = both().persistent();
    selector.close();
    assertRefused(
        "This selector is closed. Build another one, or close it later.", selector::select);
  }

  @Test
  void useAfterCloseIsRefusedEvenIfThereIsADefault() {
    PersistentSelector<Integer> selector = both().otherwise(() -> 0).persistent();
    selector.close();
    assertRefused(
        "This selector is closed. Build another one, or close it later.", selector::select);
  }

  @Test
  void closingTwiceDoesNothing() {
    PersistentSelector<Integer> selector = both().persistent();
    selector.close();
    selector.close();
    ChannelProbe.assertNobodyRegistered(channel);
  }

  @ParameterizedTest
  @EnumSource
  void closingWhileAThreadSelectsIsRefused(ThreadKind kind) throws Exception {
    PersistentSelector<Integer> selector = both().persistent();
    var selecting = call(kind, selector::select).awaitParked();
    assertRefused(
        "This selector is in use by another thread, or by one of its own guards. Close it when that"
            + " select is over.",
        selector::close);
    channel.send(1);
    assertEquals(1, selecting.join(), "the select is not disturbed");
    selector.close();
    ChannelProbe.assertNobodyRegistered(channel);
  }

  @Test
  void closingByItsOwnResultIsAllowed() throws Exception {
    var selector = new Object[1];
    PersistentSelector<Integer> once =
        Selector.<Integer>fair()
            .receive(
                other,
                value -> {
                  ((PersistentSelector<?>) selector[0]).close();
                  return value;
                })
            .persistent();
    selector[0] = once;
    other.send(1);
    assertEquals(1, once.select());
    assertThrows(IllegalStateException.class, once::select);
  }

  @Test
  void withoutArmsItIsRefusedAsAnyOther() {
    assertRefused(
        "A selector without arms could never end. Add an arm, a default or a time-out.",
        () -> Selector.<Integer>fair().persistent());
  }

  @Test
  void registeredIsNotWaiting() throws Exception {
    PersistentSelector<Integer> selector = both().persistent();
    for (int round = 0; round < 500; round++) {
      assertFalse(channel.trySend(round), "registered");
      var selecting = call(ThreadKind.VIRTUAL, selector::select).awaitParked();
      assertTrue(channel.trySend(round), "parked");
      assertFalse(channel.trySend(round), "served");
      assertEquals(round, selecting.join());
    }
    selector.close();
  }

  /** First come, first served, counted from when it parked and not from when it registered. */
  @Test
  void itQueuesWhenItParks() throws Exception {
    try (PersistentSelector<Integer> selector = both().persistent()) {
      for (int round = 0; round < 50; round++) {
        var first = this.<Integer>call(ThreadKind.VIRTUAL, channel::receive).awaitParked();
        var second = call(ThreadKind.VIRTUAL, selector::select).awaitParked();
        var third = this.<Integer>call(ThreadKind.VIRTUAL, channel::receive).awaitParked();
        for (int value = 1; value <= 3; value++) {
          channel.send(value);
        }
        assertEquals(List.of(1, 2, 3), List.of(first.join(), second.join(), third.join()));
      }
    }
  }
}
