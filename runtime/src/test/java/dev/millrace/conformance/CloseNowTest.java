package dev.millrace.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.harness.ThreadKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code closeNow()}: the end at once, and what was buffered is returned. */
@ParameterizedClass
@MethodSource("dev.millrace.conformance.Flavours#all")
class CloseNowTest extends ChannelConformance {

  CloseNowTest(Flavour flavour, ThreadKind kind) {
    super(flavour, kind);
  }

  @Test
  void returnsWhatWasBufferedInOrder() throws Exception {
    List<Integer> buffered = fill();
    assertEquals(buffered, channel.closeNow());
    assertTrue(channel.isClosed());
    assertNull(channel.receiveOrNull());
    assertThrows(ChannelClosedException.class, () -> channel.send(1));
  }

  @Test
  void returnsNothingTheSecondTime() throws Exception {
    fill();
    channel.closeNow();
    assertEquals(List.of(), channel.closeNow());
    assertFalse(channel.tryClose());
  }

  @Test
  void afterAnOrdinaryCloseItEmptiesTheBuffer() throws Exception {
    List<Integer> buffered = fill();
    channel.close();
    assertEquals(buffered, channel.closeNow());
    assertNull(channel.receiveOrNull());
  }

  @Test
  void theListIsTheCallersOwn() throws Exception {
    fill();
    List<Integer> undelivered = channel.closeNow();
    undelivered.add(42);
    assertEquals(List.of(), channel.closeNow());
  }
}
