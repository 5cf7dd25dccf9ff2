package dev.millrace.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.PersistentSelector;
import dev.millrace.Received;
import dev.millrace.Selector;
import dev.millrace.Ticker;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.ThreadKind;
import dev.millrace.internal.ChannelProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A persistent selector was registered before anything happened, so it knows of each thing only by
 * a mark. Its default is right only if nothing is ready: whoever forgets to mark makes it wrong.
 */
class RegisteredSelectTest extends ConcurrencyTest {

  private final Channel<Integer> rendezvous = Channel.rendezvous("rendezvous");
  private final Channel<Integer> one = Channel.buffered("one", 1);
  private final Channel<Integer> latest = Channel.keepLatest("latest");
  private final List<PersistentSelector<?>> selectors = new ArrayList<>();

  @AfterEach
  void nothingIsLeft() throws Exception {
    joinAll();
    selectors.forEach(PersistentSelector::close);
    for (Channel<Integer> channel : List.of(rendezvous, one, latest)) {
      ChannelProbe.assertNobodyQueued(channel);
      ChannelProbe.assertNobodyRegistered(channel);
    }
  }

  private PersistentSelector<String> orNothing(Selector.Builder<String> arms) {
    PersistentSelector<String> selector = arms.otherwise(() -> "nothing").persistent();
    selectors.add(selector);
    return selector;
  }

  private PersistentSelector<String> receiving(Channel<Integer> channel) {
    return orNothing(Selector.<String>fair().receive(channel, value -> "received " + value));
  }

  private PersistentSelector<String> sending(Channel<Integer> channel) {
    return orNothing(Selector.<String>fair().send(channel, () -> 7, () -> "sent"));
  }

  private PersistentSelector<String> ending(Channel<Integer> channel) {
    return orNothing(Selector.<String>fair().closed(channel, () -> "ended"));
  }

  private static void assertSelects(PersistentSelector<String> selector, String... expected)
      throws InterruptedException {
    for (String result : expected) {
      assertEquals(result, selector.select());
    }
  }

  // Receiving

  @Test
  void aBufferedValueIsSeen() throws Exception {
    var selector = receiving(one);
    for (int i = 0; i < 3; i++) {
      assertSelects(selector, "nothing");
      one.send(i);
      assertSelects(selector, "received " + i, "nothing");
    }
  }

  @Test
  void aWaitingSenderIsSeen() throws Exception {
    var selector = receiving(rendezvous);
    for (int i = 0; i < 3; i++) {
      int value = i;
      assertSelects(selector, "nothing");
      var sender = run(ThreadKind.VIRTUAL, () -> rendezvous.send(value)).awaitParked();
      assertSelects(selector, "received " + i, "nothing");
      sender.join();
    }
  }

  @Test
  void aWaitingSelectIsSeenOnEachOfItsChannels() throws Exception {
    var other = Channel.<Integer>rendezvous("other");
    for (Channel<Integer> channel : List.of(rendezvous, other)) {
      try (var selector =
          Selector.<String>fair()
              .receive(channel, value -> "received " + value)
              .otherwise(() -> "nothing")
              .persistent()) {
        assertSelects(selector, "nothing");
        var waiting =
            call(
                    ThreadKind.VIRTUAL,
                    () ->
                        Selector.<String>fair()
                            .send(rendezvous, () -> 1, () -> "sent")
                            .send(other, () -> 1, () -> "sent")
                            .build()
                            .select())
                .awaitParked();
        assertSelects(selector, "received 1", "nothing");
        assertEquals("sent", waiting.join());
      }
    }
  }

  @Test
  void anAdmittedSendersValueIsSeen() throws Exception {
    var selector = receiving(one);
    one.send(1);
    var sender = run(ThreadKind.PLATFORM, () -> one.send(2)).awaitParked();
    assertSelects(selector, "received 1", "received 2", "nothing");
    sender.join();
  }

  @Test
  void aWaitingSenderThatGivesUpIsNotSeen() throws Exception {
    var selector = receiving(rendezvous);
    var sender = run(ThreadKind.PLATFORM, () -> rendezvous.send(1)).awaitParked();
    sender.interrupt();
    assertThrows(InterruptedException.class, sender::join);
    assertSelects(selector, "nothing");
    run(ThreadKind.PLATFORM, () -> rendezvous.send(2)).awaitParked();
    assertSelects(selector, "received 2", "nothing");
  }

  @Test
  void aValueThatAnotherTakesIsNotSeen() throws Exception {
    var selector = receiving(one);
    one.send(1);
    one.receive();
    assertSelects(selector, "nothing");
    one.send(2);
    assertSelects(selector, "received 2", "nothing");
  }

  @Test
  void theLatestIsSeen() throws Exception {
    var selector = receiving(latest);
    latest.send(1);
    latest.send(2);
    assertSelects(selector, "received 2", "nothing");
  }

  @Test
  void whatWasThereBeforeIsSeen() throws Exception {
    one.send(1);
    assertSelects(receiving(one), "received 1", "nothing");
  }

  @Test
  void whatAnotherSelectSendsIsSeen() throws Exception {
    var selector = receiving(one);
    assertSelects(sending(one), "sent");
    assertSelects(selector, "received 7", "nothing");
  }

  // Sending

  @Test
  void roomIsSeen() throws Exception {
    var selector = sending(one);
    for (int i = 0; i < 3; i++) {
      assertSelects(selector, "sent", "nothing");
      assertEquals(7, one.receive());
    }
  }

  @Test
  void roomThatCloseNowMakesIsARefusal() throws Exception {
    var selector = sending(one);
    assertSelects(selector, "sent", "nothing");
    assertEquals(List.of(7), one.closeNow());
    assertThrows(ChannelClosedException.class, selector::select);
  }

  @Test
  void aWaitingReceiverIsSeen() throws Exception {
    var selector = sending(rendezvous);
    for (int i = 0; i < 3; i++) {
      assertSelects(selector, "nothing");
      var receiver = this.<Integer>call(ThreadKind.VIRTUAL, rendezvous::receive).awaitParked();
      assertSelects(selector, "sent", "nothing");
      assertEquals(7, receiver.join());
    }
  }

  @Test
  void aWaitingSelectThatReceivesIsSeen() throws Exception {
    var selector = sending(rendezvous);
    assertSelects(selector, "nothing");
    PersistentSelector<Integer> other =
        Selector.<Integer>fair()
            .receive(rendezvous, value -> value)
            .receive(one, value -> value)
            .persistent();
    selectors.add(other);
    var waiting = call(ThreadKind.VIRTUAL, other::select).awaitParked();
    assertSelects(selector, "sent", "nothing");
    assertEquals(7, waiting.join());
  }

  // Ends

  @Test
  void anEndIsSeenOnce() throws Exception {
    var selector = ending(one);
    assertSelects(selector, "nothing");
    one.close();
    assertSelects(selector, "ended", "nothing", "nothing");
  }

  @Test
  void anEndIsSeenWhenAnotherTakesTheLastValue() throws Exception {
    var selector = ending(one);
    one.send(1);
    one.close();
    assertSelects(selector, "nothing");
    one.receive();
    assertSelects(selector, "ended", "nothing");
  }

  @Test
  void anEndIsSeenWhenCloseNowTakesTheLastValue() throws Exception {
    var selector = ending(one);
    one.send(1);
    one.close();
    assertSelects(selector, "nothing");
    one.closeNow();
    assertSelects(selector, "ended", "nothing");
  }

  @Test
  void anEndIsSeenWhenTheSelectItselfTakesTheLastValue() throws Exception {
    var selector =
        orNothing(
            Selector.<String>fair()
                .receive(one, value -> "received " + value)
                .closed(one, () -> "ended"));
    one.send(1);
    one.close();
    assertSelects(selector, "received 1", "ended", "nothing");
  }

  @Test
  void aFailureIsSeenBySendersAndReceivers() throws Exception {
    var receiving = receiving(rendezvous);
    var sending = sending(rendezvous);
    var cause = new IllegalStateException("broken");
    rendezvous.close(cause);
    for (int i = 0; i < 2; i++) {
      for (var selector : List.of(receiving, sending)) {
        assertSame(cause, assertThrows(ChannelClosedException.class, selector::select).getCause());
      }
    }
  }

  @Test
  void anOrderlyEndIsSeenBySendersOnly() throws Exception {
    var receiving = receiving(rendezvous);
    var sending = sending(rendezvous);
    rendezvous.close();
    assertSelects(receiving, "nothing");
    assertThrows(ChannelClosedException.class, sending::select);
  }

  // Several arms

  @Test
  void timersAreAskedBesidesTheMarks() throws Exception {
    Ticker ticker = Ticker.every(Duration.ofDays(1));
    var selector =
        orNothing(
            Selector.<String>prioritised()
                .receive(ticker, now -> "tick")
                .receive(one, value -> "received " + value));
    assertSelects(selector, "nothing");
    one.send(1);
    ticker.reset(Duration.ofNanos(1));
    assertSelects(selector, "tick");
    ticker.stop();
    // One tick may have become due before the stop.
    ticker.tryReceive();
    assertSelects(selector, "received 1", "nothing");
  }

  /** More arms than a word has bits. */
  @Test
  void eachOfManyArmsIsSeen() throws Exception {
    int count = 200;
    List<Channel<Integer>> channels =
        IntStream.range(0, count).mapToObj(i -> Channel.<Integer>buffered(1)).toList();
    for (boolean fair : new boolean[] {true, false}) {
      Selector.Builder<Integer> builder = fair ? Selector.fair() : Selector.prioritised();
      channels.forEach(channel -> builder.receive(channel, value -> value));
      try (var selector = builder.otherwise(() -> -1).persistent()) {
        assertEquals(-1, selector.select());
        for (int i = 0; i < count; i++) {
          channels.get(i).send(i);
          assertEquals(i, selector.select());
        }
        assertEquals(-1, selector.select());
        IntStream.range(0, count).forEach(i -> channels.get(i).sendNow(i));
        List<Integer> received = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          received.add(selector.select());
        }
        List<Integer> inOrder = IntStream.range(0, count).boxed().toList();
        assertEquals(!fair, received.equals(inOrder), "by priority, or else by chance");
        Collections.sort(received);
        assertEquals(inOrder, received);
        assertEquals(-1, selector.select());
      }
    }
  }

  @Test
  void severalSelectorsAreMarkedByOneValue() throws Exception {
    List<PersistentSelector<String>> all =
        IntStream.range(0, 5).mapToObj(i -> receiving(one)).toList();
    for (var selector : all) {
      one.send(1);
      assertSelects(selector, "received 1");
      for (var other : all) {
        assertSelects(other, "nothing");
      }
    }
  }

  /** Where it would find itself it finds nothing. */
  @Test
  void onBothSidesOfOneChannelItNeverMeetsItself() throws Exception {
    var selector =
        orNothing(
            Selector.<String>fair()
                .receive(rendezvous, value -> "received " + value)
                .send(rendezvous, () -> 7, () -> "sent"));
    assertSelects(selector, "nothing", "nothing");
    var receiver = this.<Integer>call(ThreadKind.VIRTUAL, rendezvous::receive).awaitParked();
    assertSelects(selector, "sent", "nothing");
    assertEquals(7, receiver.join());
    PersistentSelector<String> parking =
        Selector.<String>fair()
            .receive(rendezvous, value -> "received " + value)
            .send(rendezvous, () -> 7, () -> "sent")
            .persistent();
    selectors.add(parking);
    for (int i = 0; i < 3; i++) {
      var waiting = call(ThreadKind.PLATFORM, parking::select).awaitParked();
      assertTrue(rendezvous.trySend(i));
      assertEquals("received " + i, waiting.join());
      assertSelects(selector, "nothing");
      assertEquals(new Received.Nothing<>(), rendezvous.tryReceive());
    }
  }
}
