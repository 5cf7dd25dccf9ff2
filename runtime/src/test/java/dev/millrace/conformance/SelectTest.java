package dev.millrace.conformance;

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
import dev.millrace.harness.ThreadKind;
import dev.millrace.internal.ChannelProbe;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of channel as an arm of a select, beside a channel on which nothing happens. */
@ParameterizedClass
@MethodSource("dev.millrace.conformance.Flavours#allSelected")
class SelectTest extends ChannelConformance {

  private final SelectorKind selectors;

  private final Channel<Integer> quiet = Channel.rendezvous("quiet");

  SelectTest(Flavour flavour, ThreadKind kind, SelectorKind selectors) {
    super(flavour, kind);
    this.selectors = selectors;
  }

  @AfterEach
  void nothingIsLeftOnTheQuietOne() throws Exception {
    joinAll();
    ChannelProbe.assertNobodyQueued(quiet);
  }

  private Arms<String> receiving() {
    return selectors
        .<String>fair()
        .receive(quiet, value -> "quiet " + value)
        .receive(channel, value -> "received " + value);
  }

  private Arms<String> sending(int value) {
    return selectors
        .<String>fair()
        .receive(quiet, received -> "quiet " + received)
        .send(channel, () -> value, () -> "sent");
  }

  @Test
  void receivesWhatIsThere() throws Exception {
    var sender = run(() -> channel.send(7));
    if (flavour.capacity() == 0) {
      sender.awaitParked();
    } else {
      sender.join();
    }
    assertEquals("received 7", receiving().build().select());
    assertTrue(sender.join());
  }

  @Test
  void receivesWhatComesWhileItIsParked() throws Exception {
    var selecting = call(() -> receiving().build().select()).awaitParked();
    assertTrue(channel.trySend(7));
    assertEquals("received 7", selecting.join());
  }

  @Test
  void sendsToWhoIsThere() throws Exception {
    var receiver = waitingReceiver();
    assertEquals("sent", sending(7).build().select());
    assertEquals(7, receiver.join());
  }

  @Test
  void sendsWhileThereIsRoom() throws Exception {
    for (int i = 0; i < flavour.room(); i++) {
      assertEquals("sent", sending(i).build().select());
    }
    assertEquals(flavour.room(), drain().size());
  }

  @Test
  void twoParkedSelectsMeetOnIt() throws Exception {
    var receiving = call(() -> receiving().build().select()).awaitParked();
    assertEquals("sent", sending(7).build().select());
    assertEquals("received 7", receiving.join());
  }

  @Test
  void takesTheDefaultOnlyIfNothingIsThere() throws Exception {
    Selector<String> select = receiving().otherwise(() -> "nothing").build();
    assertEquals("nothing", select.select());
    for (int value : fill()) {
      assertEquals("received " + value, select.select());
    }
    assertEquals("nothing", select.select());
  }

  @Test
  void aTimeOutLeavesNothing() throws Exception {
    var select = receiving().timeout(SHORT, () -> "late").build();
    assertEquals("late", select.select());
    ChannelProbe.assertNobodyQueued(channel);
    assertEquals(flavour.capacity() > 0, channel.trySend(1));
  }

  @Test
  void aTimeOutDoesNotComeIfSomethingElseDoes() throws Exception {
    var selecting =
        call(() -> receiving().timeout(LONG, () -> "late").build().select()).awaitParked();
    assertTrue(channel.trySend(7));
    assertEquals("received 7", selecting.join());
  }

  @Test
  void anInterruptedSelectLeavesNothing() throws Exception {
    var selecting = call(() -> receiving().build().select()).awaitParked();
    selecting.interrupt();
    assertThrows(InterruptedException.class, selecting::join);
    ChannelProbe.assertNobodyQueued(channel);
    assertEquals(flavour.capacity() > 0, channel.trySend(1));
  }

  @Test
  void aReadyArmHappensOnAnInterruptedThread() throws Exception {
    var receiver = waitingReceiver();
    run(() -> {
          Thread.currentThread().interrupt();
          assertEquals("sent", sending(7).build().select());
          assertTrue(Thread.interrupted());
        })
        .join();
    assertEquals(7, receiver.join());
  }

  @Test
  void bufferedValuesComeBeforeTheEnd() throws Exception {
    List<Integer> buffered = fill();
    channel.close();
    Selector<String> select = receiving().closed(channel, () -> "ended").build();
    for (int value : buffered) {
      assertEquals("received " + value, select.select());
    }
    assertEquals("ended", select.select());
  }

  @Test
  void aParkedSelectSeesTheEnd() throws Exception {
    var selecting =
        call(() -> receiving().closed(channel, () -> "ended").build().select()).awaitParked();
    channel.close();
    assertEquals("ended", selecting.join());
  }

  @Test
  void aSelectThatOnlyWatchesTheEndSeesTheLastValueGo() throws Exception {
    fill();
    var selecting =
        call(() -> selectors.<String>fair().closed(channel, () -> "ended").build().select())
            .awaitParked();
    channel.close();
    for (int left = flavour.room(); left > 0; left--) {
      selecting.awaitParked();
      channel.receive();
    }
    assertEquals("ended", selecting.join());
  }

  @Test
  void closeNowIsAnEndAsWell() throws Exception {
    fill();
    var selecting =
        call(() -> selectors.<String>fair().closed(channel, () -> "ended").build().select())
            .awaitParked();
    channel.closeNow();
    assertEquals("ended", selecting.join());
  }

  @Test
  void aFailureIsThrown() throws Exception {
    var cause = new IllegalStateException("broken");
    var selecting = call(() -> receiving().build().select()).awaitParked();
    channel.close(cause);
    var failure = assertThrows(ChannelClosedException.class, selecting::join);
    assertSame(cause, failure.getCause());
    assertSame(channel, failure.channel());
    assertSame(
        cause,
        assertThrows(ChannelClosedException.class, () -> receiving().build().select()).getCause());
  }

  @Test
  void sendingToAClosedChannelThrows() {
    channel.close();
    var refusal = assertThrows(ChannelClosedException.class, () -> sending(7).build().select());
    assertSame(channel, refusal.channel());
    var withDefault = sending(7).otherwise(() -> "nothing").build();
    assertThrows(ChannelClosedException.class, withDefault::select);
  }

  @Test
  void aClosedChannelDropsOut() throws Exception {
    channel.close();
    var selecting = call(() -> receiving().build().select()).awaitParked();
    quiet.send(1);
    assertEquals("quiet 1", selecting.join());
    assertFalse(selecting.isAlive());
  }
}
