package dev.millrace.examples.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.ChannelInterruptedException;
import dev.millrace.Received;
import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Topology;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ports that wait at most so long, that say how a receive went, and that are the end itself. */
@Timeout(60)
class PortsTest {

  @Topology
  @Buffer(channel = "orders", size = 1)
  interface Orders {

    @Producer("orders")
    boolean offer(String order, Duration patience) throws InterruptedException;

    @Producer("orders")
    boolean offerAnyway(String order, Duration patience);

    @Producer("orders")
    Sender<String> sender();

    @Consumer("orders")
    Received<String> poll();

    @Consumer("orders")
    Received<String> poll(Duration patience) throws InterruptedException;

    @Consumer("orders")
    Received<? extends CharSequence> pollAnyway(Duration patience);

    @Consumer("orders")
    Receiver<String> receiver();
  }

  private static final Duration SHORT = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void anOfferFailsWhenThereIsNoRoomInTime() throws Exception {
    try (var orders = PortsTest_OrdersTopology.start()) {
      assertTrue(orders.offer("first", LONG));
      assertFalse(orders.offer("second", SHORT));
      assertFalse(orders.offerAnyway("third", SHORT));
      assertEquals(new Received.Value<>("first"), orders.poll());
    }
  }

  @Test
  void aPollTellsNothingFromClosed() throws Exception {
    try (var orders = PortsTest_OrdersTopology.start()) {
      assertInstanceOf(Received.Nothing.class, orders.poll());
      assertInstanceOf(Received.Nothing.class, orders.poll(SHORT));
      assertInstanceOf(Received.Nothing.class, orders.pollAnyway(SHORT));
      orders.offer("last", LONG);
      orders.stop();
      assertThrows(ChannelClosedException.class, () -> orders.offer("late", LONG));
      assertEquals(new Received.Value<>("last"), orders.poll(LONG));
      assertInstanceOf(Received.Closed.class, orders.poll());
      assertInstanceOf(Received.Closed.class, orders.poll(LONG));
    }
  }

  @Test
  void theEndsAreThoseOfTheOtherPorts() throws Exception {
    try (var orders = PortsTest_OrdersTopology.start()) {
      orders.sender().send("one");
      assertEquals("one", orders.receiver().receive());
      orders.sender().send("two");
      orders.sender().close();
      assertThrows(ChannelClosedException.class, () -> orders.offer("late", LONG));
      assertEquals("two", orders.receiver().receiveOrNull());
      assertEquals(null, orders.receiver().receiveOrNull());
    }
  }

  @Test
  void anInterruptIsKeptWhereItIsNotDeclared() {
    try (var orders = PortsTest_OrdersTopology.start()) {
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, () -> orders.poll(LONG));
      Thread.currentThread().interrupt();
      assertThrows(ChannelInterruptedException.class, () -> orders.pollAnyway(LONG));
      assertTrue(Thread.interrupted());
      assertTrue(orders.offerAnyway("first", LONG));
      Thread.currentThread().interrupt();
      assertThrows(ChannelInterruptedException.class, () -> orders.offerAnyway("second", LONG));
      assertTrue(Thread.interrupted());
      assertEquals(new Received.Value<>("first"), orders.poll());
    }
  }
}
