package dev.millrace.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.Received;
import dev.millrace.Selector;
import dev.millrace.harness.SelectorKind;
import dev.millrace.harness.SelectorTest;
import dev.millrace.harness.ThreadKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Registered is not waiting: only a parked select counts as a waiter. */
class TrySendExactnessTest extends SelectorTest {

  private static final int ROUNDS = 500;

  private final Channel<Integer> channel = Channel.rendezvous("channel");
  private final Channel<Integer> other = Channel.rendezvous("other");

  private final Selector<String> receiving =
      selectors
          .<String>fair()
          .receive(channel, value -> "channel " + value)
          .receive(other, value -> "other " + value)
          .build();

  TrySendExactnessTest(SelectorKind selectors) {
    super(selectors);
  }

  @ParameterizedTest
  @EnumSource
  void aSelectorThatIsNotParkedIsNoWaiter(ThreadKind kind) throws Exception {
    assertFalse(channel.trySend(1), "built");
    var selecting = call(kind, receiving::select).awaitParked();
    assertTrue(channel.trySend(1), "parked");
    assertFalse(channel.trySend(2), "served");
    assertEquals("channel 1", selecting.join());
    assertFalse(channel.trySend(3), "over");
  }

  @ParameterizedTest
  @EnumSource
  void aSelectServedElsewhereIsNoWaiterFromThatInstantOn(ThreadKind kind) throws Exception {
    // Not only after it has woken up and left its places: from the claim on.
    for (int round = 0; round < ROUNDS; round++) {
      var selecting = call(kind, receiving::select).awaitParked();
      assertTrue(other.trySend(round));
      assertFalse(channel.trySend(round));
      assertFalse(other.trySend(round));
      assertEquals("other " + round, selecting.join());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameForTryReceive(ThreadKind kind) throws Exception {
    Selector<String> sending =
        selectors
            .<String>fair()
            .send(channel, () -> 1, () -> "channel")
            .send(other, () -> 2, () -> "other")
            .build();
    for (int round = 0; round < ROUNDS; round++) {
      var selecting = call(kind, sending::select).awaitParked();
      assertEquals(new Received.Value<>(2), other.tryReceive());
      assertEquals(new Received.Nothing<>(), channel.tryReceive());
      assertEquals("other", selecting.join());
    }
  }

  @ParameterizedTest
  @EnumSource
  void behindAStalePlaceTheNextWaiterIsServed(ThreadKind kind) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      var selecting = call(kind, receiving::select).awaitParked();
      var receiver = this.<Integer>call(kind, channel::receive).awaitParked();
      assertTrue(other.trySend(1));
      assertTrue(channel.trySend(2), "the receiver behind the select waits");
      assertEquals(2, receiver.join());
      assertEquals("other 1", selecting.join());
    }
  }
}
