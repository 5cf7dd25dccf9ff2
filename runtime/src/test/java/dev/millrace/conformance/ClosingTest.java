package dev.millrace.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.Received;
import dev.millrace.harness.ThreadKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** An orderly {@code close()}. */
@ParameterizedClass
@MethodSource("dev.millrace.conformance.Flavours#all")
class ClosingTest extends ChannelConformance {

  private static final Received<Integer> CLOSED = new Received.Closed<>(null);

  ClosingTest(Flavour flavour, ThreadKind kind) {
    super(flavour, kind);
  }

  private void assertClosed(Executable operation) {
    var refusal = assertThrows(ChannelClosedException.class, operation);
    assertSame(channel, refusal.channel());
    assertNull(refusal.getCause());
    assertEquals("Channel \"words\" is closed.", refusal.getMessage());
  }

  private void assertEnded() throws Exception {
    assertClosed(channel::receive);
    assertClosed(channel::receiveNow);
    assertNull(channel.receiveOrNull());
    assertEquals(CLOSED, channel.tryReceive());
    assertEquals(CLOSED, channel.tryReceive(Duration.ZERO));
    assertEquals(CLOSED, channel.tryReceive(LONG));
    assertFalse(channel.iterator().hasNext());
    assertEquals(0, channel.stream().count());
  }

  @Test
  void bufferedValuesAreStillDeliveredInOrder() throws Exception {
    List<Integer> buffered = fill();
    channel.close();
    List<Integer> received = new ArrayList<>();
    for (int i = 0; i < buffered.size(); i++) {
      switch (i % 4) {
        case 0 -> received.add(channel.receive());
        case 1 -> received.add(channel.receiveOrNull());
        case 2 -> received.add(channel.receiveNow());
        default -> {
          if (channel.tryReceive(LONG) instanceof Received.Value(Integer value)) {
            received.add(value);
          }
        }
      }
    }
    assertEquals(buffered, received);
    assertEnded();
  }

  @Test
  void laterSendsAreRefused() {
    channel.close();
    assertClosed(() -> channel.send(1));
    assertClosed(() -> channel.trySend(1));
    assertClosed(() -> channel.trySend(1, Duration.ZERO));
    assertClosed(() -> channel.trySend(1, LONG));
    assertClosed(() -> channel.sendNow(1));
  }

  @Test
  void refusedValuesAreNotDelivered() throws Exception {
    channel.close();
    assertClosed(() -> channel.send(1));
    assertEnded();
  }

  @Test
  void laterReceivesSeeTheEndEveryTime() throws Exception {
    channel.close();
    assertEnded();
    assertEnded();
  }

  @Test
  void closingAgainDoesNothing() throws Exception {
    List<Integer> buffered = fill();
    channel.close();
    channel.close();
    channel.close(new IllegalStateException("too late"));
    assertEquals(buffered, drain());
    assertEnded();
  }

  @Test
  void tryCloseTellsWhetherItWasThisCall() {
    assertTrue(channel.tryClose());
    assertFalse(channel.tryClose());
    assertFalse(channel.tryClose(new IllegalStateException("too late")));
    assertNull(((Received.Closed<Integer>) channel.tryReceive()).cause());
  }

  @Test
  void onlyOneOfManyClosesIt() throws Exception {
    var closers =
        List.of(call(channel::tryClose), call(channel::tryClose), call(channel::tryClose));
    int first = 0;
    for (var closer : closers) {
      first += closer.join() ? 1 : 0;
    }
    assertEquals(1, first);
  }

  @Test
  void tryWithResourcesCloses() throws Exception {
    List<Integer> received = new ArrayList<>();
    var receiver = run(() -> channel.forEach(received::add));
    try (channel) {
      channel.send(1);
    }
    receiver.join();
    assertEquals(List.of(1), received);
  }
}
