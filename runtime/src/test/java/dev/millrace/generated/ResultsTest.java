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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
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

  private static Stream<Integer> caught(Consumer<RuntimeException> handler) {
    return Stream.of(1, 2, 3)
        .mapMulti(
            (number, next) -> {
              for (int attempt = 0; attempt < 2; attempt++) {
                try {
                  next.accept(number);
                } catch (RuntimeException e) {
                  handler.accept(e);
                }
              }
            });
  }

  private static void wrap(RuntimeException thrown) {
    throw new IllegalStateException("wrapped", thrown);
  }

  /** Code in the stream may catch what is thrown below it, and even go on. */
  @Test
  void whyItEndedIsKnownWhateverUserCodeDoes() throws Exception {
    for (Consumer<RuntimeException> handler :
        List.<Consumer<RuntimeException>>of(ResultsTest::wrap, ignored -> {})) {
      Background<Boolean> sending =
          Background.run(
              () ->
                  assertThrows(
                      InterruptedException.class,
                      () -> Results.sendEach(caught(handler), channel)));
      Until.parked(sending.thread());
      sending.thread().interrupt();
      sending.join();
    }
    assertThrows(
        NullPointerException.class,
        () -> Results.sendEach(caught(ignored -> {}).map(number -> nothing()), channel));
    channel.close();
    assertThrows(
        ChannelClosedException.class, () -> Results.sendEach(caught(ignored -> {}), channel));
  }

  @Test
  void aLoopInTheStreamEndsToo() {
    Stream<Integer> loop =
        Stream.of(1)
            .mapMulti(
                (number, next) -> {
                  while (true) {
                    next.accept(number);
                  }
                });
    channel.close();
    assertThrows(ChannelClosedException.class, () -> Results.sendEach(loop, channel));
  }

  /** A stage may wait long to send, and others must get at what it streams meanwhile. */
  @Test
  void noLockOfACollectionIsHeldWhileItSends() throws Exception {
    BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(3, false, List.of(1, 2));
    Background<Boolean> sending =
        Background.run(
            () ->
                assertThrows(
                    InterruptedException.class, () -> Results.sendEach(queue.stream(), channel)));
    Until.parked(sending.thread());
    assertTrue(queue.offer(3));
    sending.thread().interrupt();
    sending.join();
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
