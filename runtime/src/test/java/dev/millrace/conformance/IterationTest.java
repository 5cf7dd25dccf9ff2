package dev.millrace.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.harness.ThreadKind;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code for}, {@code forEach}, iterators and streams. */
@ParameterizedClass
@MethodSource("dev.millrace.conformance.Flavours#lossless")
class IterationTest extends ChannelConformance {

  private static final List<Integer> VALUES = IntStream.range(0, 25).boxed().toList();

  IterationTest(Flavour flavour, ThreadKind kind) {
    super(flavour, kind);
  }

  private void produce() {
    run(
        () -> {
          try (channel) {
            for (int value : VALUES) {
              channel.send(value);
            }
          }
        });
  }

  @Test
  void forGoesOnUntilClosedAndDrained() {
    produce();
    List<Integer> received = new ArrayList<>();
    for (int value : channel) {
      received.add(value);
    }
    assertEquals(VALUES, received);
  }

  @Test
  void forEachGoesOnUntilClosedAndDrained() {
    produce();
    List<Integer> received = new ArrayList<>();
    channel.forEach(received::add);
    assertEquals(VALUES, received);
  }

  @Test
  void streamGoesOnUntilClosedAndDrained() {
    produce();
    assertEquals(VALUES, channel.stream().toList());
  }

  @Test
  void aStreamTakesNoMoreThanItNeeds() throws Exception {
    produce();
    assertFalse(channel.stream().isParallel());
    assertEquals(VALUES.subList(0, 3), channel.stream().limit(3).toList());
    assertEquals(3, channel.receive());
    channel.closeNow();
    joinAllRefused();
  }

  /** The producer may have been refused when the channel was closed under it. */
  private void joinAllRefused() {
    try {
      joinAll();
    } catch (Exception refused) {
      assertEquals("Channel \"words\" is closed.", refused.getMessage());
    }
  }

  @Test
  void askingAgainTakesNothing() throws Exception {
    var values = channel.iterator();
    var sender = run(() -> channel.send(1));
    assertTrue(values.hasNext());
    assertTrue(values.hasNext());
    assertEquals(1, values.next());
    sender.join();
    channel.close();
    assertFalse(values.hasNext());
    assertFalse(values.hasNext());
    var end = assertThrows(NoSuchElementException.class, values::next);
    assertEquals("Channel \"words\" is closed and drained. Ask hasNext() first.", end.getMessage());
  }

  @Test
  void nextAloneWaitsAsWell() throws Exception {
    var values = channel.iterator();
    var receiver = this.<Integer>call(values::next).awaitParked();
    channel.send(1);
    assertEquals(1, receiver.join());
  }
}
