package dev.millrace.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.ChannelClosedException;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Closing while senders wait: they fail, and their values are not delivered. */
@ParameterizedClass
@MethodSource("dev.millrace.conformance.Flavours#onWhichSeveralSendersWait")
class ClosingFullChannelTest extends ChannelConformance {

  private List<Integer> buffered = List.of();
  private List<TestThread<?>> senders = List.of();

  ClosingFullChannelTest(Flavour flavour, ThreadKind kind) {
    super(flavour, kind);
  }

  @BeforeEach
  void letSendersWait() throws Exception {
    buffered = fill();
    senders = List.of(waitingSender(1000), call(() -> channel.trySend(1001, LONG)).awaitParked());
  }

  private ChannelClosedException failureOf(TestThread<?> sender) {
    var refusal = assertThrows(ChannelClosedException.class, sender::join);
    assertSame(channel, refusal.channel());
    return refusal;
  }

  @Test
  void closeFailsWaitingSenders() {
    channel.close();
    senders.forEach(sender -> assertNull(failureOf(sender).getCause()));
    assertEquals(buffered, drain());
  }

  @Test
  void closeByFailureFailsWaitingSendersWithItsCause() {
    var cause = new IllegalStateException("broken");
    channel.close(cause);
    senders.forEach(sender -> assertSame(cause, failureOf(sender).getCause()));
    assertEquals(buffered, drain());
  }

  @Test
  void closeNowFailsWaitingSendersAndReturnsOnlyWhatWasBuffered() {
    assertEquals(buffered, channel.closeNow());
    senders.forEach(this::failureOf);
    assertEquals(List.of(), drain());
  }
}
