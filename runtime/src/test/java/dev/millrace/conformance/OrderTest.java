package dev.millrace.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.harness.ThreadKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Values and waiting receivers are first in, first out. */
@ParameterizedClass
@MethodSource("dev.millrace.conformance.Flavours#lossless")
class OrderTest extends ChannelConformance {

  OrderTest(Flavour flavour, ThreadKind kind) {
    super(flavour, kind);
  }

  @Test
  void valuesComeInOrder() throws Exception {
    int count = 500;
    run(
        () -> {
          for (int i = 0; i < count; i++) {
            channel.send(i);
          }
          channel.close();
        });
    List<Integer> received = new ArrayList<>();
    channel.forEach(received::add);
    assertEquals(IntStream.range(0, count).boxed().toList(), received);
  }

  @Test
  void theBufferKeepsItsOrderWhenItWrapsAround() throws Exception {
    int next = 0;
    int expected = 0;
    for (int round = 0; round < 40; round++) {
      for (int i = 0; i < 7 && channel.trySend(next); i++) {
        next++;
      }
      for (int i = 0; i < 3 && channel.size() > 0; i++) {
        assertEquals(expected++, channel.receive());
      }
    }
    for (int value : drain()) {
      assertEquals(expected++, value);
    }
    assertEquals(next, expected);
  }
}
