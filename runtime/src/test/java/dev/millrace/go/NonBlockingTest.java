package dev.millrace.go;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.Received;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.ThreadKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Operations that do not wait, with values of several types, with and without a buffer, as Go's
 * {@code test/chan/nonblock.go} describes them.
 */
class NonBlockingTest extends ConcurrencyTest {

  static Stream<Arguments> rows() {
    return Stream.of(0, 1)
        .flatMap(
            capacity ->
                Stream.<Object>of(123, 123456L, true, "hello", List.of(1, 2), new byte[1000])
                    .map(value -> Arguments.of(capacity, value)));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theySucceedExactlyWhenSomebodyIsThere(int capacity, Object value) throws Exception {
    Channel<Object> channel = Channel.buffered(capacity);
    assertEquals(new Received.Nothing<>(), channel.tryReceive());

    var receiver = call(ThreadKind.VIRTUAL, channel::receive).awaitParked();
    assertTrue(channel.trySend(value));
    assertEquals(value, receiver.join());

    var sender = run(ThreadKind.VIRTUAL, () -> channel.send(value));
    if (capacity == 0) {
      sender.awaitParked();
    } else {
      sender.join();
      assertFalse(channel.trySend(value));
    }
    assertEquals(new Received.Value<>(value), channel.tryReceive());
    sender.join();
    assertEquals(new Received.Nothing<>(), channel.tryReceive());
  }
}
