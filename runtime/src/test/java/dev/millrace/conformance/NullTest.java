package dev.millrace.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.annotation.Nullable;
import dev.millrace.harness.ThreadKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code null} is refused in words, before anything else is looked at. */
@ParameterizedClass
@MethodSource("dev.millrace.conformance.Flavours#all")
@SuppressWarnings("NullAway") // The point of the test.
class NullTest extends ChannelConformance {

  private static final @Nullable Integer NO_VALUE = null;
  private static final @Nullable Duration NO_TIME = null;
  private final @Nullable Throwable noCause = null;

  NullTest(Flavour flavour, ThreadKind kind) {
    super(flavour, kind);
  }

  private void assertRefused(String message, Executable... operations) {
    for (Executable operation : operations) {
      assertEquals(message, assertThrows(NullPointerException.class, operation).getMessage());
    }
  }

  private void assertValuesRefused() {
    assertRefused(
        "null cannot be sent: a receiver could not tell it from the end. Wrap a value that may be"
            + " missing in a record.",
        () -> channel.send(NO_VALUE),
        () -> channel.trySend(NO_VALUE),
        () -> channel.trySend(NO_VALUE, LONG),
        () -> channel.trySend(NO_VALUE, Duration.ZERO),
        () -> channel.sendNow(NO_VALUE));
  }

  @Test
  void asAValueInEveryState() throws Exception {
    assertValuesRefused();
    fill();
    assertValuesRefused();
    channel.close();
    assertValuesRefused();
    channel.closeNow();
  }

  @Test
  void asAValueForAWaitingReceiver() throws Exception {
    var receiver = waitingReceiver();
    assertValuesRefused();
    channel.send(1);
    assertEquals(1, receiver.join());
  }

  @Test
  void asATime() {
    assertRefused(
        "The longest time to wait must not be null. Use send or receive to wait without end.",
        () -> channel.trySend(1, NO_TIME),
        () -> channel.tryReceive(NO_TIME));
    assertEquals(List.of(), channel.closeNow());
  }

  @Test
  void asACause() {
    assertRefused(
        "A failure needs a cause. Use close() for an ordinary end.",
        () -> channel.close(noCause),
        () -> channel.tryClose(noCause));
    assertFalse(channel.isClosed());
  }
}
