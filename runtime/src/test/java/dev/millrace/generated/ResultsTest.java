package dev.millrace.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What stages return, where that is not just one value. */
@Timeout(300)
class ResultsTest {

  private final Channel<Integer> channel = Channel.rendezvous("numbers");

  private static Stream<Integer> endless() {
    return Stream.of(0).flatMap(first -> Stream.iterate(first, number -> number + 1));
  }

  @Test
  void anInterruptComesOutOfTheStreamAsItIs() throws Exception {
    Background<Boolean> sending =
        Background.run(
            () -> {
              assertThrows(InterruptedException.class, () -> Results.sendEach(endless(), channel));
              assertFalse(Thread.currentThread().isInterrupted());
            });
    assertEquals(0, channel.receive());
    assertEquals(1, channel.receive());
    Until.parked(sending.thread());
    sending.thread().interrupt();
    sending.join();
  }

  /** Code in the stream that catches what is thrown below it still says why it ended. */
  @Test
  void anInterruptThatUserCodeWrapsIsStillKnown() throws Exception {
    Stream<Integer> wrapping =
        Stream.of(1)
            .mapMulti(
                (number, next) -> {
                  try {
                    next.accept(number);
                  } catch (RuntimeException e) {
                    throw new IllegalStateException("wrapped", e);
                  }
                });
    Background<Boolean> sending = Background.run(() -> Results.sendEach(wrapping, channel));
    Until.parked(sending.thread());
    sending.thread().interrupt();
    var thrown = assertThrows(IllegalStateException.class, sending::get);
    assertEquals("wrapped", thrown.getMessage());
    assertTrue(OrderlyEnd.isInterruption(thrown));
  }

  @Test
  void whateverElseIsThrownPassesAsItIs() {
    var broken = new UncheckedIOException(new IOException());
    Stream<Integer> breaking =
        Stream.of(1)
            .map(
                number -> {
                  throw broken;
                });
    assertSame(
        broken,
        assertThrows(UncheckedIOException.class, () -> Results.sendEach(breaking, channel)));
    channel.close();
    assertThrows(ChannelClosedException.class, () -> Results.sendEach(Stream.of(1), channel));
  }

  @Test
  void aValueThatIsNullIsRefusedAsAnywhere() {
    var refused =
        assertThrows(
            NullPointerException.class,
            () -> Results.sendEach(Stream.of(1).map(number -> nothing()), channel));
    assertEquals(
        assertThrows(NullPointerException.class, () -> channel.send(nothing())).getMessage(),
        refused.getMessage());
  }

  @SuppressWarnings("NullAway") // That it is refused is the point.
  private static Integer nothing() {
    return null;
  }

  @Test
  void whatIsThereIsGivenBack() {
    Optional<Integer> result = Optional.of(1);
    assertSame(result, Results.required(result));
  }
}
