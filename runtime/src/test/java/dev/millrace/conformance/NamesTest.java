package dev.millrace.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.Channel;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names, and what the factories refuse. */
class NamesTest {

  static Stream<Flavour> flavours() {
    return Flavours.all().map(row -> (Flavour) row.get()[0]).distinct();
  }

  @ParameterizedTest
  @MethodSource("flavours")
  void aChannelTellsItsNameAndState(Flavour flavour) throws Exception {
    Channel<Integer> channel = flavour.create("orders");
    assertEquals("orders", channel.name());
    assertEquals("Channel \"orders\" (0 of " + flavour.capacity() + ")", channel.toString());
    if (flavour.capacity() > 0) {
      channel.send(1);
      assertEquals("Channel \"orders\" (1 of " + flavour.capacity() + ")", channel.toString());
      channel.receive();
    }
    channel.close();
    assertEquals(
        "Channel \"orders\" (0 of " + flavour.capacity() + ", closed)", channel.toString());
  }

  @ParameterizedTest
  @MethodSource("flavours")
  @SuppressWarnings("NullAway") // The point of the test.
  void aNullNameIsRefused(Flavour flavour) {
    var refusal = assertThrows(NullPointerException.class, () -> flavour.create(null));
    assertEquals("The name of a channel must not be null.", refusal.getMessage());
  }

  @Test
  void withoutANameItIsCalledChannel() {
    assertEquals("channel", Channel.rendezvous().name());
    assertEquals("channel", Channel.buffered(1).name());
    assertEquals("channel", Channel.unlimited().name());
  }

  @Test
  void aNegativeCapacityIsRefused() {
    var refusal = assertThrows(IllegalArgumentException.class, () -> Channel.buffered("jobs", -1));
    assertEquals(
        "The capacity of \"jobs\" is -1. Use 0 (no buffer) or more.", refusal.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Channel.buffered(Integer.MIN_VALUE));
  }
}
