package dev.millrace.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.Received;
import dev.millrace.harness.ThreadKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code close(cause)}: as an orderly close, but a failure never looks like an end. */
@ParameterizedClass
@MethodSource("dev.millrace.conformance.Flavours#all")
class FailureTest extends ChannelConformance {

  private final Throwable cause = new IllegalStateException("broken");

  FailureTest(Flavour flavour, ThreadKind kind) {
    super(flavour, kind);
  }

  private void assertFailed(Executable operation) {
    var failure = assertThrows(ChannelClosedException.class, operation);
    assertSame(channel, failure.channel());
    assertSame(cause, failure.getCause());
    assertEquals(
        "Channel \"words\" is closed because of a failure: java.lang.IllegalStateException: broken",
        failure.getMessage());
  }

  @Test
  void bufferedValuesComeBeforeTheFailure() throws Exception {
    List<Integer> buffered = fill();
    channel.close(cause);
    assertTrue(channel.isClosed());
    assertEquals(buffered, drain());
    assertFailed(channel::receive);
    assertFailed(channel::receiveNow);
    assertFailed(channel::receiveOrNull);
    assertEquals(new Received.Closed<Integer>(cause), channel.tryReceive());
    assertEquals(new Received.Closed<Integer>(cause), channel.tryReceive(LONG));
  }

  @Test
  void iterationAndStreamsEndInIt() throws Exception {
    List<Integer> buffered = fill();
    channel.close(cause);
    var values = channel.iterator();
    for (int value : buffered) {
      assertEquals(value, values.next());
    }
    assertFailed(values::hasNext);
    assertFailed(values::next);
    assertFailed(() -> channel.forEach(value -> {}));
    assertFailed(() -> channel.stream().forEach(value -> {}));
  }

  @Test
  void laterSendsFail() {
    channel.close(cause);
    assertFailed(() -> channel.send(1));
    assertFailed(() -> channel.trySend(1));
    assertFailed(() -> channel.trySend(1, SHORT));
    assertFailed(() -> channel.sendNow(1));
  }

  @Test
  void theFirstCloseDecides() {
    assertTrue(channel.tryClose(cause));
    assertFalse(channel.tryClose(new IllegalStateException("another")));
    channel.close();
    assertFailed(channel::receiveOrNull);
  }

  @Test
  void closeNowAfterwardsKeepsTheCause() throws Exception {
    List<Integer> buffered = fill();
    channel.close(cause);
    assertEquals(buffered, channel.closeNow());
    assertFailed(channel::receiveOrNull);
  }
}
