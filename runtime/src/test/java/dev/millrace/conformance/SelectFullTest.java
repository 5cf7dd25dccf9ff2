package dev.millrace.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.ChannelClosedException;
import dev.millrace.harness.Arms;
import dev.millrace.harness.SelectorKind;
import dev.millrace.harness.ThreadKind;
import dev.millrace.internal.ChannelProbe;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A select whose sending arm finds the channel full. */
@ParameterizedClass
@MethodSource("dev.millrace.conformance.Flavours#onWhichSendersWaitSelected")
class SelectFullTest extends ChannelConformance {

  private final SelectorKind selectors;

  private List<Integer> buffered = List.of();

  SelectFullTest(Flavour flavour, ThreadKind kind, SelectorKind selectors) {
    super(flavour, kind);
    this.selectors = selectors;
  }

  @BeforeEach
  void fillTheBuffer() throws Exception {
    buffered = fill();
  }

  private Arms<String> sending() {
    return selectors.<String>fair().send(channel, () -> 1000, () -> "sent");
  }

  @Test
  void takesTheDefault() throws Exception {
    assertEquals("nothing", sending().otherwise(() -> "nothing").build().select());
    assertEquals(buffered, drain());
  }

  @Test
  void aTimeOutSendsNothing() throws Exception {
    assertEquals("late", sending().timeout(SHORT, () -> "late").build().select());
    ChannelProbe.assertNobodyQueued(channel);
    assertEquals(buffered, drain());
  }

  @Test
  void anInterruptedSelectSendsNothing() throws Exception {
    var selecting = call(() -> sending().build().select()).awaitParked();
    selecting.interrupt();
    assertThrows(InterruptedException.class, selecting::join);
    ChannelProbe.assertNobodyQueued(channel);
    assertEquals(buffered, drain());
  }

  @Test
  void itsValueIsAdmittedInItsTurn() throws Exception {
    waitingSender(999);
    var selecting = call(() -> sending().build().select()).awaitParked();
    waitingSender(1001);
    List<Integer> expected = new ArrayList<>(buffered);
    expected.addAll(List.of(999, 1000, 1001));
    assertEquals(expected, drain());
    assertEquals("sent", selecting.join());
  }

  @Test
  void aCloseRefusesIt() throws Exception {
    var selecting = call(() -> sending().build().select()).awaitParked();
    channel.close();
    var refusal = assertThrows(ChannelClosedException.class, selecting::join);
    assertSame(channel, refusal.channel());
    assertEquals(buffered, drain());
  }
}
