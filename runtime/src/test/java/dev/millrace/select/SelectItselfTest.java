package dev.millrace.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.Received;
import dev.millrace.harness.SelectorKind;
import dev.millrace.harness.SelectorTest;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import dev.millrace.internal.ChannelProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One channel in several arms of one select, and on both its sides. */
class SelectItselfTest extends SelectorTest {

  private final Channel<Integer> channel = Channel.rendezvous();

  SelectItselfTest(SelectorKind selectors) {
    super(selectors);
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    joinAll();
    ChannelProbe.assertNobodyQueued(channel);
  }

  private TestThread<String> bothSides(ThreadKind kind, int offer) {
    return call(
        kind,
        () ->
            selectors
                .<String>fair()
                .send(channel, () -> offer, () -> "sent")
                .receive(channel, value -> "received " + value)
                .build()
                .select());
  }

  @ParameterizedTest
  @EnumSource
  void itNeverMeetsItself(ThreadKind kind) throws Exception {
    var selecting = bothSides(kind, 1).awaitParked();
    assertTrue(channel.trySend(2));
    assertEquals("received 2", selecting.join());
  }

  @ParameterizedTest
  @EnumSource
  void itServesEitherSideButOnlyOnce(ThreadKind kind) throws Exception {
    var selecting = bothSides(kind, 1).awaitParked();
    assertEquals(new Received.Value<>(1), channel.tryReceive());
    assertFalse(channel.trySend(2), "its other place does not count any more");
    assertEquals("sent", selecting.join());
  }

  @ParameterizedTest
  @EnumSource
  void twoOfThemMeetEachOther(ThreadKind kind) throws Exception {
    var first = bothSides(kind, 1);
    var second = bothSides(kind, 2);
    String what = first.join() + ", " + second.join();
    assertTrue(what.equals("sent, received 1") || what.equals("received 2, sent"), what);
  }

  @ParameterizedTest
  @EnumSource
  void twoReceiveArmsTakeOneValue(ThreadKind kind) throws Exception {
    var selecting =
        call(
                kind,
                () ->
                    selectors
                        .<Integer>fair()
                        .receive(channel, value -> value)
                        .receive(channel, value -> value)
                        .build()
                        .select())
            .awaitParked();
    assertTrue(channel.trySend(7));
    assertFalse(channel.trySend(8));
    assertEquals(7, selecting.join());
  }

  @ParameterizedTest
  @EnumSource
  void twoSendArmsSendOneValue(ThreadKind kind) throws Exception {
    var selecting =
        call(
                kind,
                () ->
                    selectors
                        .<Integer>fair()
                        .send(channel, () -> 1, () -> 1)
                        .send(channel, () -> 2, () -> 2)
                        .build()
                        .select())
            .awaitParked();
    int received = channel.receive();
    assertEquals(new Received.Nothing<>(), channel.tryReceive());
    assertEquals(received, selecting.join());
  }
}
