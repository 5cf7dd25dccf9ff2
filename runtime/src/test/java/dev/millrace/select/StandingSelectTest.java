package dev.millrace.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.PersistentSelector;
import dev.millrace.Selector;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import dev.millrace.internal.ChannelProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A persistent selector that only receives, in its second wait and later: it then waits without a
 * place in any queue. Nobody else may see a difference.
 */
class StandingSelectTest extends ConcurrencyTest {

  private static final int ROUNDS = 100;

  private final Channel<Integer> rendezvous = Channel.rendezvous("rendezvous");
  private final Channel<Integer> one = Channel.buffered("one", 1);
  private final List<PersistentSelector<?>> selectors = new ArrayList<>();
  private boolean open = true;

  private final PersistentSelector<Integer> selector =
      kept(
          Selector.<Integer>fair()
              .receive(rendezvous, value -> value)
              .when(() -> open)
              .receive(one, value -> value)
              .closed(one, () -> 0));

  private <R> PersistentSelector<R> kept(Selector.Builder<R> arms) {
    PersistentSelector<R> built = arms.persistent();
    selectors.add(built);
    return built;
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    joinAll();
    for (Channel<Integer> channel : List.of(rendezvous, one)) {
      ChannelProbe.assertNobodyQueued(channel);
      ChannelProbe.assertInvariants(channel);
    }
    selectors.forEach(PersistentSelector::close);
    for (Channel<Integer> channel : List.of(rendezvous, one)) {
      ChannelProbe.assertNobodyRegistered(channel);
    }
  }

  private TestThread<Integer> selecting(ThreadKind kind) {
    return this.<Integer>call(kind, selector::select).awaitParked();
  }

  private TestThread<Integer> selecting() {
    return selecting(ThreadKind.VIRTUAL);
  }

  /** A first wait, after which it stands at its channels. */
  private void waitOnce() throws Exception {
    var selecting = selecting();
    one.send(7);
    assertEquals(7, selecting.join());
  }

  private TestThread<Integer> receiving(Channel<Integer> channel) {
    return this.<Integer>call(ThreadKind.VIRTUAL, channel::receive).awaitParked();
  }

  private Channel<Integer> channel(boolean buffered) {
    return buffered ? one : rendezvous;
  }

  @ParameterizedTest
  @EnumSource
  void itTakesNoLockOfTheOthers(ThreadKind kind) throws Exception {
    waitOnce();
    long before = ChannelProbe.holders(rendezvous);
    for (int round = 1; round <= ROUNDS; round++) {
      var selecting = selecting(kind);
      one.send(round);
      assertEquals(0, one.size(), "handed over");
      assertEquals(round, selecting.join());
    }
    assertEquals(before, ChannelProbe.holders(rendezvous));
  }

  @Test
  void registeredIsNotWaiting() throws Exception {
    waitOnce();
    for (int round = 1; round <= ROUNDS; round++) {
      assertFalse(rendezvous.trySend(round), "not waiting");
      var selecting = selecting();
      assertTrue(rendezvous.trySend(round), "waiting");
      assertFalse(rendezvous.trySend(round), "served");
      assertEquals(round, selecting.join());
    }
  }

  // Others that wait

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoComesLaterIsServedLater(boolean buffered) throws Exception {
    Channel<Integer> channel = channel(buffered);
    for (int round = 1; round <= ROUNDS; round++) {
      waitOnce();
      var first = selecting();
      var second = receiving(channel);
      channel.send(1);
      channel.send(2);
      assertEquals(List.of(1, 2), List.of(first.join(), second.join()));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoCameBeforeIsServedBefore(boolean buffered) throws Exception {
    Channel<Integer> channel = channel(buffered);
    for (int round = 1; round <= ROUNDS; round++) {
      waitOnce();
      var first = receiving(channel);
      var second = selecting();
      channel.send(1);
      channel.send(2);
      assertEquals(List.of(1, 2), List.of(first.join(), second.join()));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anotherSelectIsServedLater(boolean persistent) throws Exception {
    waitOnce();
    Selector.Builder<Integer> arms = Selector.<Integer>fair().receive(rendezvous, value -> value);
    var first = selecting();
    Selector<Integer> other = persistent ? kept(arms) : arms.build();
    var second = this.<Integer>call(ThreadKind.VIRTUAL, other::select).awaitParked();
    rendezvous.send(1);
    rendezvous.send(2);
    assertEquals(List.of(1, 2), List.of(first.join(), second.join()));
  }

  /** It got a place in that queue, and was served elsewhere. */
  @Test
  void itLeavesTheQueueThatItHadToJoin() throws Exception {
    waitOnce();
    var first = selecting();
    var second = receiving(rendezvous);
    one.send(1);
    assertEquals(1, first.join());
    second.interrupt();
    assertThrows(InterruptedException.class, second::join);
    ChannelProbe.assertNobodyQueued(rendezvous);
  }

  /** Neither is alone there, whoever was registered first. */
  @Test
  void twoSelectsAreServedAsTheyCame() throws Exception {
    var other = kept(Selector.<Integer>fair().receive(rendezvous, value -> value));
    for (int round = 0; round < ROUNDS; round++) {
      boolean swapped = round % 2 == 1;
      var first =
          this.<Integer>call(ThreadKind.VIRTUAL, (swapped ? other : selector)::select)
              .awaitParked();
      var second =
          this.<Integer>call(ThreadKind.VIRTUAL, (swapped ? selector : other)::select)
              .awaitParked();
      rendezvous.send(1);
      rendezvous.send(2);
      assertEquals(List.of(1, 2), List.of(first.join(), second.join()));
    }
  }

  // Others that send

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSelectThatSendsFindsItWaiting(boolean persistent) throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      waitOnce();
      int value = round;
      Selector.Builder<Boolean> arms =
          Selector.<Boolean>fair().send(rendezvous, () -> value, () -> true).otherwise(() -> false);
      try (PersistentSelector<Boolean> registered = persistent ? arms.persistent() : null) {
        Selector<Boolean> sending = registered == null ? arms.build() : registered;
        assertFalse(sending.select());
        var selecting = selecting();
        assertTrue(sending.select());
        assertEquals(round, selecting.join());
      }
    }
  }

  // Guards

  @Test
  void anArmThatAGuardTookOutGetsNothing() throws Exception {
    waitOnce();
    open = false;
    var guarded = selecting();
    assertFalse(rendezvous.trySend(1));
    one.send(2);
    assertEquals(2, guarded.join());
    open = true;
    var selecting = selecting();
    assertTrue(rendezvous.trySend(3));
    assertEquals(3, selecting.join());
  }

  // Ends

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void itGoesOnWithoutTheOneThatCloses(boolean waiting) throws Exception {
    waitOnce();
    if (waiting) {
      var selecting = selecting();
      rendezvous.close();
      one.send(1);
      assertEquals(1, selecting.join());
    } else {
      rendezvous.close();
    }
    waitOnce();
    waitOnce();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void itIsToldOfTheEnd(boolean waiting) throws Exception {
    waitOnce();
    if (waiting) {
      var selecting = selecting();
      one.close();
      assertEquals(0, selecting.join());
    } else {
      one.close();
      assertEquals(0, selector.select());
    }
    var last = selecting();
    rendezvous.close();
    assertThrows(ChannelClosedException.class, last::join);
  }

  @Test
  void whenAllHaveClosedMeanwhileItThrows() throws Exception {
    var receiving =
        kept(
            Selector.<Integer>fair()
                .receive(rendezvous, value -> value)
                .receive(one, value -> value));
    var first = this.<Integer>call(ThreadKind.VIRTUAL, receiving::select).awaitParked();
    one.send(7);
    assertEquals(7, first.join());
    one.close();
    rendezvous.close();
    var last = this.<Integer>call(ThreadKind.VIRTUAL, receiving::select);
    assertThrows(ChannelClosedException.class, last::join);
  }

  // Waits that nobody serves

  @Test
  void anInterruptedWaitLeavesNothing() throws Exception {
    waitOnce();
    for (int round = 1; round <= ROUNDS; round++) {
      var interrupted = selecting();
      interrupted.interrupt();
      assertThrows(InterruptedException.class, interrupted::join);
      assertFalse(rendezvous.trySend(round), "not waiting");
    }
    waitOnce();
  }

  @Test
  void aTimeOutLeavesNothing() throws Exception {
    var patient =
        kept(
            Selector.<Integer>fair()
                .receive(rendezvous, value -> value)
                .timeout(Duration.ofNanos(100), () -> -1));
    for (int round = 1; round <= ROUNDS; round++) {
      assertEquals(-1, patient.select());
      assertFalse(rendezvous.trySend(round), "not waiting");
    }
  }
}
