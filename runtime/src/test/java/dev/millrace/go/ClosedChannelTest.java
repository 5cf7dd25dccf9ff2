package dev.millrace.go;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.Received;
import dev.millrace.Selector;
import dev.millrace.annotation.Nullable;
import dev.millrace.harness.ConcurrencyTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Closed channels, as Go's {@code test/chan/closedchan.go} describes them: three ways to operate on
 * a channel (plain operations, a select of one arm, a select of several), each on a closed
 * rendezvous channel and, in four ways to take the value that is left, on a closed buffered one.
 */
class ClosedChannelTest extends ConcurrencyTest {

  /** A way to operate on a channel. Null from a receive means the end. */
  sealed interface Way {
    void send(Channel<Integer> channel) throws InterruptedException;

    boolean trySend(Channel<Integer> channel) throws InterruptedException;

    @Nullable
    Integer receive(Channel<Integer> channel) throws InterruptedException;

    Received<Integer> tryReceive(Channel<Integer> channel) throws InterruptedException;
  }

  record Plain() implements Way {
    @Override
    public void send(Channel<Integer> channel) throws InterruptedException {
      channel.send(2);
    }

    @Override
    public boolean trySend(Channel<Integer> channel) {
      return channel.trySend(2);
    }

    @Override
    public @Nullable Integer receive(Channel<Integer> channel) throws InterruptedException {
      return channel.receiveOrNull();
    }

    @Override
    public Received<Integer> tryReceive(Channel<Integer> channel) {
      return channel.tryReceive();
    }
  }

  /** By select, alone or beside arms that never happen. */
  record BySelect(boolean beside) implements Way {

    private <R> Selector.Builder<R> select(R never) {
      Selector.Builder<R> builder = Selector.fair();
      return beside
          ? builder
              .receive(Channel.<Integer>rendezvous("beside"), value -> never)
              .send(Channel.<Integer>rendezvous("beside"), () -> 3, () -> never)
          : builder;
    }

    private Selector.Builder<Received<Integer>> receiving(Channel<Integer> channel) {
      return this.<Received<Integer>>select(new Received.Nothing<>())
          .receive(channel, Received.Value::new)
          .closed(channel, () -> new Received.Closed<>(null));
    }

    @Override
    public void send(Channel<Integer> channel) throws InterruptedException {
      select(false).send(channel, () -> 2, () -> true).build().select();
    }

    @Override
    public boolean trySend(Channel<Integer> channel) throws InterruptedException {
      return select(false)
          .send(channel, () -> 2, () -> true)
          .otherwise(() -> false)
          .build()
          .select();
    }

    @Override
    public @Nullable Integer receive(Channel<Integer> channel) throws InterruptedException {
      return receiving(channel).build().select() instanceof Received.Value(Integer value)
          ? value
          : null;
    }

    @Override
    public Received<Integer> tryReceive(Channel<Integer> channel) throws InterruptedException {
      return receiving(channel).otherwise(Received.Nothing::new).build().select();
    }
  }

  static Stream<Way> ways() {
    return Stream.of(new Plain(), new BySelect(false), new BySelect(true));
  }

  private static void assertClosed(Way way, Channel<Integer> channel) throws Exception {
    for (int i = 0; i < 2; i++) {
      assertNull(way.receive(channel));
      assertInstanceOf(Received.Closed.class, way.tryReceive(channel));
      assertThrows(ChannelClosedException.class, () -> way.send(channel));
      assertThrows(ChannelClosedException.class, () -> way.trySend(channel));
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aClosedRendezvous(Way way) throws Exception {
    Channel<Integer> channel = Channel.rendezvous();
    channel.close();
    assertClosed(way, channel);
  }

  static Stream<Arguments> waysToTakeWhatIsLeft() {
    return ways().flatMap(way -> Stream.of(0, 1, 2, 3).map(form -> Arguments.of(way, form)));
  }

  @ParameterizedTest
  @MethodSource("waysToTakeWhatIsLeft")
  void aClosedBufferWithAValueLeft(Way way, int form) throws Exception {
    Channel<Integer> channel = Channel.buffered(2);
    channel.send(1);
    channel.close();
    switch (form) {
      case 0 -> assertEquals(1, way.receive(channel));
      case 1 -> assertEquals(new Received.Value<>(1), way.tryReceive(channel));
      case 2 -> {
        assertTrue(channel.isClosed());
        assertThrows(ChannelClosedException.class, () -> way.send(channel));
        assertEquals(1, way.receive(channel));
      }
      default -> {
        assertThrows(ChannelClosedException.class, () -> way.trySend(channel));
        assertEquals(new Received.Value<>(1), way.tryReceive(channel));
      }
    }
    assertClosed(way, channel);
  }

  /** Go panics; here closing is idempotent, so that both sides of a failure may close. */
  @Test
  void closingARendezvousTwiceDoesNothing() {
    Channel<Integer> channel = Channel.rendezvous();
    channel.close();
    channel.close();
    assertFalse(channel.tryClose());
  }

  @Test
  void closingABufferTwiceDoesNothing() throws Exception {
    Channel<Integer> channel = Channel.buffered(2);
    channel.send(1);
    channel.close();
    channel.close();
    assertFalse(channel.tryClose());
    assertEquals(1, channel.receive());
  }
}
