package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.Selector;
import dev.millrace.harness.ThreadKind;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Selects that receive from subscriptions or send to a broadcast. */
@ParameterizedClass
@EnumSource
class BroadcastSelectTest extends BroadcastFixture {

  BroadcastSelectTest(ThreadKind kind) {
    super(kind, 2);
  }

  @Test
  void aSubscriptionIsAnArm() throws Exception {
    Channel<Integer> other = Channel.rendezvous();
    var select =
        Selector.<Integer>fair()
            .receive(fast, value -> value)
            .receive(slow, value -> -value)
            .receive(other, value -> 0)
            .build();
    var selecting = this.<Integer>call(kind, select::select).awaitParked();
    prices.send(5);
    int first = selecting.join();
    assertEquals(5, Math.abs(first));
    assertEquals(-first, select.select());
  }

  @Test
  void theEndIsToldOfEachSubscription() throws Exception {
    prices.send(1);
    var select =
        Selector.<String>prioritised()
            .receive(slow, value -> "slow " + value)
            .closed(slow, () -> "slow ended")
            .closed(fast, () -> "fast ended")
            .build();
    assertEquals("slow 1", select.select());
    var selecting = this.<String>call(kind, select::select).awaitParked();
    prices.close();
    assertEquals("slow ended", selecting.join());
    selecting = this.<String>call(kind, select::select).awaitParked();
    assertEquals(1, fast.receive());
    assertEquals("fast ended", selecting.join());
  }

  @Test
  void aSendWaitsForRoom() throws Exception {
    prices.send(1);
    prices.send(2);
    var select = Selector.<String>fair().send(prices, () -> 3, () -> "sent").build();
    var selecting = this.<String>call(kind, select::select).awaitParked();
    assertEquals(1, fast.receive());
    assertEquals(1, slow.receive());
    assertEquals("sent", selecting.join());
    assertEquals(List.of(2, 3), List.of(fast.receive(), fast.receive()));
    assertEquals(List.of(2, 3), List.of(slow.receive(), slow.receive()));
  }

  @Test
  void aSendWithoutABufferIsRefused() {
    withCapacity(0);
    var select = Selector.<String>fair();
    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> select.send(prices, () -> 3, () -> "sent"));
    assertEquals(
        "A select cannot send to \"prices\": without a buffer, sending takes until every subscriber"
            + " has come, and an arm happens at once. Give it a buffer.",
        refused.getMessage());
  }

  @Test
  void aSelectorThatStaysRegisteredSeesEveryValue() throws Exception {
    Channel<Integer> other = Channel.buffered(2);
    try (var select =
        Selector.<Integer>prioritised()
            .receive(fast, value -> value)
            .receive(other, value -> -value)
            .otherwise(() -> 0)
            .persistent()) {
      assertEquals(0, select.select());
      prices.send(1);
      other.send(2);
      assertEquals(1, select.select());
      assertEquals(-2, select.select());
      assertEquals(0, select.select());
      assertEquals(1, slow.receive());
    }
  }

  @Test
  void aSelectorThatStaysRegisteredIsWokenByAValue() throws Exception {
    Channel<Integer> other = Channel.rendezvous();
    try (var select =
        Selector.<Integer>fair()
            .receive(fast, value -> value)
            .receive(other, value -> -value)
            .persistent()) {
      for (int value = 1; value <= 3; value++) {
        var selecting = this.<Integer>call(kind, select::select).awaitParked();
        prices.send(value);
        assertEquals(value, selecting.join());
        assertEquals(value, slow.receive());
      }
    }
  }

  /** An arm that can happen no more must not keep the select from waiting. */
  @Test
  void aSelectorThatStaysRegisteredGoesOnAfterTheEnd() throws Exception {
    Channel<Integer> other = Channel.rendezvous();
    try (var select =
        Selector.<Integer>fair()
            .receive(fast, value -> value)
            .closed(fast, () -> -1)
            .receive(other, value -> value)
            .persistent()) {
      prices.close();
      assertEquals(-1, select.select());
      var selecting = this.<Integer>call(kind, select::select).awaitParked();
      other.send(2);
      assertEquals(2, selecting.join());
    }
  }

  @Test
  void anEndIsNotToldWhileAGuardKeepsValuesOut() throws Exception {
    Channel<Integer> other = Channel.rendezvous();
    var accepts = new AtomicBoolean();
    prices.send(1);
    prices.close();
    try (var select =
        Selector.<Integer>fair()
            .receive(fast, value -> value)
            .when(accepts::get)
            .closed(fast, () -> -1)
            .receive(other, value -> value)
            .persistent()) {
      var selecting = this.<Integer>call(kind, select::select).awaitParked();
      other.send(2);
      assertEquals(2, selecting.join());
      accepts.set(true);
      assertEquals(1, select.select());
      assertEquals(-1, select.select());
    }
  }

  /** Whoever takes values to the end, of one subscriber that its guard keeps out. */
  private ChannelSelect refusingSlow() {
    var builder = new SelectBuilder(true);
    builder.addReceive(slow);
    ChannelSelect select = builder.build();
    select.enable(0, false);
    return select;
  }

  @Test
  void theEndCannotComeWhileAGuardRefusesWhatAnotherHasTaken() throws Exception {
    withCapacity(0);
    var sender = waitingSender(1);
    assertEquals(1, fast.receive());
    var refusing = call(kind, refusingSlow()::awaitOrEnd);
    assertThrows(IllegalStateException.class, refusing::join);
    assertEquals(1, slow.receive());
    sender.join();
  }

  @Test
  void aCloseShowsThatTheEndCannotComeAfterAnotherHasTakenWhatAGuardRefuses() throws Exception {
    withCapacity(0);
    var refusing = call(kind, refusingSlow()::awaitOrEnd).awaitParked();
    var sender = waitingSender(1);
    assertEquals(1, fast.receive());
    prices.close();
    assertThrows(IllegalStateException.class, refusing::join);
    assertEquals(1, slow.receive());
    sender.join();
  }

  @Test
  void theEndComesAlthoughAGuardRefusesWhatNobodyHasTaken() throws Exception {
    withCapacity(0);
    var sender = waitingSender(1);
    var refusing = this.<Integer>call(kind, refusingSlow()::awaitOrEnd).awaitParked();
    prices.close();
    assertThrows(ChannelClosedException.class, sender::join);
    assertEquals(ChannelSelect.ALL_OVER, refusing.join());
  }
}
