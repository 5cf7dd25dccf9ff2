package dev.millrace.examples.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.ChannelClosedException;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Case;
import dev.millrace.annotation.Close;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Otherwise;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Selects that send: exactly one arm happens, so the value was sent or it was not. */
@Timeout(60)
class SendArmsTest {

  private static final Duration SHORT = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofMinutes(1);

  @Topology
  @Buffer(channel = "out", size = 1)
  interface Exchange {

    AtomicBoolean OPEN = new AtomicBoolean(true);

    sealed interface Event {
      @Producer(value = "out", when = "isOpen")
      record Sent() implements Event {}

      @Case("in")
      record Got(String value) implements Event {}

      @Otherwise
      record Neither() implements Event {}
    }

    sealed interface Swap {
      @Producer("left")
      record Given() implements Swap {}

      @Case("right")
      record Taken(int value) implements Swap {}
    }

    sealed interface Ring {
      @Producer("bells")
      record Rung() implements Ring {}

      @Case("in")
      record Told(String value) implements Ring {}
    }

    @Select
    Event exchange(@Producer("out") String value);

    @Select
    Event exchange(@Producer("out") String value, Duration patience) throws InterruptedException;

    @Select
    Swap swap(@Producer("left") int value) throws InterruptedException;

    @Select
    Optional<Ring> ring() throws InterruptedException;

    default boolean isOpen() {
      return OPEN.get();
    }

    @Producer("in")
    void put(String value) throws InterruptedException;

    @Producer("right")
    void putRight(int value) throws InterruptedException;

    @Consumer("out")
    String take() throws InterruptedException;

    @Consumer("left")
    int takeLeft() throws InterruptedException;

    @Consumer("bells")
    void awaitBell() throws InterruptedException;

    @Close("out")
    void closeOut();
  }

  @Test
  void aValueIsSentWhenThereIsRoom() throws Exception {
    try (var exchange = SendArmsTest_ExchangeTopology.start()) {
      assertEquals(new Exchange.Event.Sent(), exchange.exchange("one"));
      assertEquals(new Exchange.Event.Neither(), exchange.exchange("two"));
      assertEquals(new Exchange.Event.Neither(), exchange.exchange("three", SHORT));
      assertEquals("one", exchange.take());
      assertEquals(new Exchange.Event.Sent(), exchange.exchange("four", LONG));
      assertEquals("four", exchange.take());
    }
  }

  @Test
  void aGuardKeepsItFromBeingSent() throws Exception {
    try (var exchange = SendArmsTest_ExchangeTopology.start()) {
      Exchange.OPEN.set(false);
      assertEquals(new Exchange.Event.Neither(), exchange.exchange("one"));
      Exchange.OPEN.set(true);
      assertEquals(new Exchange.Event.Sent(), exchange.exchange("two"));
      assertEquals("two", exchange.take());
    } finally {
      Exchange.OPEN.set(true);
    }
  }

  @Test
  void whatIsNotSentInOneSelectIsForgottenInTheNext() throws Exception {
    try (var exchange = SendArmsTest_ExchangeTopology.start()) {
      FutureTask<Void> right = call(() -> exchange.putRight(7));
      assertEquals(new Exchange.Swap.Taken(7), exchange.swap(1));
      right.get(30, TimeUnit.SECONDS);
      FutureTask<Void> left = call(() -> assertEquals(2, exchange.takeLeft()));
      assertEquals(new Exchange.Swap.Given(), exchange.swap(2));
      left.get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void aSignalIsSentWithoutAParameter() throws Exception {
    try (var exchange = SendArmsTest_ExchangeTopology.start()) {
      FutureTask<Void> bell = call(exchange::awaitBell);
      assertEquals(Optional.of(new Exchange.Ring.Rung()), exchange.ring());
      bell.get(30, TimeUnit.SECONDS);
      FutureTask<Void> told = call(() -> exchange.put("hello"));
      assertEquals(Optional.of(new Exchange.Ring.Told("hello")), exchange.ring());
      told.get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void nullIsNoValue() {
    try (var exchange = SendArmsTest_ExchangeTopology.start()) {
      assertThrows(NullPointerException.class, () -> exchange.exchange(null));
    }
  }

  @Test
  void aClosedChannelRefuses() {
    try (var exchange = SendArmsTest_ExchangeTopology.start()) {
      exchange.closeOut();
      assertThrows(ChannelClosedException.class, () -> exchange.exchange("late"));
    }
  }

  private interface Action {
    void run() throws InterruptedException;
  }

  private static FutureTask<Void> call(Action action) {
    FutureTask<Void> task =
        new FutureTask<>(
            () -> {
              action.run();
              return null;
            });
    Thread.startVirtualThread(task);
    return task;
  }
}
