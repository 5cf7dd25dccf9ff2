package dev.millrace.examples.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.StartOptions;
import dev.millrace.TopologyFailedException;
import dev.millrace.TopologySnapshot.ChannelDepth;
import dev.millrace.TopologySnapshot.StageThread;
import dev.millrace.examples.pipeline.OrderPipeline.Order;
import dev.millrace.examples.pipeline.OrderPipeline.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The order pipeline from the first order to the last receipt, and when something goes wrong. */
@Timeout(60)
class OrderPipelineTest {

  private static final int ORDERS = 500;
  private static final StartOptions ONE_PRICER = StartOptions.defaults().workers("price", 1);

  private final OrderStages stages = new OrderStages(sku -> 10);

  /** Submits numbered orders and ends the day. */
  private static FutureTask<Void> customers(OrderPipeline shop, int orders) {
    FutureTask<Void> customers =
        new FutureTask<>(
            () -> {
              for (int i = 0; i < orders; i++) {
                shop.submit(order(i));
              }
              shop.endOfDay();
              return null;
            });
    Thread.startVirtualThread(customers);
    return customers;
  }

  private static Order order(int number) {
    return new Order("sku " + number, 1 + number);
  }

  private static List<Receipt> receipts(OrderPipeline shop) throws InterruptedException {
    List<Receipt> receipts = new ArrayList<>();
    for (var next = shop.nextReceipt(); next.isPresent(); next = shop.nextReceipt()) {
      receipts.add(next.get());
    }
    return receipts;
  }

  private static List<Order> invoiced(List<Receipt> receipts) {
    List<Order> invoiced = new ArrayList<>();
    for (Receipt receipt : receipts) {
      if (receipt instanceof Receipt.Invoice(var priced)) {
        assertEquals(10L * priced.order().quantity(), priced.cents());
        invoiced.add(priced.order());
      }
    }
    return invoiced;
  }

  private static List<Order> shipped(List<Receipt> receipts) {
    List<Order> shipped = new ArrayList<>();
    for (Receipt receipt : receipts) {
      if (receipt instanceof Receipt.Shipment(var order)) {
        shipped.add(order);
      }
    }
    return shipped;
  }

  /** Eight workers price in any order, but it is the same one for both of their consumers. */
  @Test
  void invoicingAndShippingSeeEveryOrderInTheSameOrder() throws Exception {
    try (var shop = OrderPipelineTopology.start(stages)) {
      var customers = customers(shop, ORDERS);
      List<Receipt> receipts = receipts(shop);
      customers.get();

      assertEquals(2 * ORDERS, receipts.size());
      assertEquals(invoiced(receipts), shipped(receipts));
      assertEquals(ORDERS, Set.copyOf(shipped(receipts)).size());
      assertEquals(Map.of(), shop.discarded());
    }
  }

  @Test
  void oneWorkerKeepsTheOrderOfTheCustomers() throws Exception {
    List<Order> all = IntStream.range(0, ORDERS).mapToObj(OrderPipelineTest::order).toList();
    try (var shop = OrderPipelineTopology.start(ONE_PRICER, stages)) {
      var customers = customers(shop, ORDERS);
      List<Receipt> receipts = receipts(shop);
      customers.get();

      assertEquals(all, invoiced(receipts));
      assertEquals(all, shipped(receipts));
    }
  }

  @Test
  void theEndOfTheDayFlowsThroughBothConsumers() throws Exception {
    try (var shop = OrderPipelineTopology.start(stages)) {
      shop.submit(order(1));
      shop.endOfDay();
      assertThrows(ChannelClosedException.class, () -> shop.submit(order(2)));

      assertEquals(2, receipts(shop).size());
      assertEquals(Optional.empty(), shop.nextReceipt());
      shop.join();
    }
  }

  @Test
  void aStageThatFailsFailsThePipeline() throws Exception {
    var noPrice = new IllegalStateException("no price");
    OrderStages failing =
        new OrderStages(
            sku -> {
              if (sku.equals("sku 3")) {
                throw noPrice;
              }
              return 10;
            });
    var shop = OrderPipelineTopology.start(ONE_PRICER, failing);
    for (int i = 0; i <= 3; i++) {
      shop.submit(order(i));
    }
    ChannelClosedException closed =
        assertThrows(ChannelClosedException.class, () -> receipts(shop));
    assertSame(noPrice, closed.getCause());
    assertThrows(ChannelClosedException.class, () -> shop.submit(order(4)));

    TopologyFailedException failed = assertThrows(TopologyFailedException.class, shop::close);
    assertEquals("OrderPipeline.price", failed.stage());
    assertSame(noPrice, failed.getCause());
  }

  @Test
  void aCustomerWhoIsInterruptedHasOrderedNothing() throws Exception {
    try (var shop = OrderPipelineTopology.start(ONE_PRICER.buffer("orders", 1), stages)) {
      // One order is with both consumers, one with the worker, one in the buffer.
      for (int i = 0; i < 3; i++) {
        shop.submit(order(i));
      }
      awaitFull(shop);
      FutureTask<Void> impatient =
          new FutureTask<>(
              () -> {
                shop.submit(order(3));
                return null;
              });
      Thread customer = Thread.startVirtualThread(impatient);
      customer.interrupt();
      var failed = assertThrows(ExecutionException.class, impatient::get);
      assertTrue(failed.getCause() instanceof InterruptedException, failed::toString);

      shop.endOfDay();
      assertEquals(6, receipts(shop).size());
    }
  }

  /** Cancelled in the middle, it says of each channel what did not arrive. */
  @Test
  void whatACancelledPipelineHasNotDoneIsCounted() throws Exception {
    try (var shop = OrderPipelineTopology.start(ONE_PRICER, stages)) {
      for (int i = 0; i < 3; i++) {
        shop.submit(order(i));
      }
      awaitFull(shop);
      shop.cancel();
      shop.join();

      assertEquals(Map.of("orders", 1L, "priced", 1L, "receipts", 2L), shop.discarded());
    }
  }

  /**
   * Waits until both consumers hold one order, the worker the next, and the last is in the buffer:
   * the snapshot may say that the worker waits when it was served already.
   */
  private static void awaitFull(OrderPipelineTopology shop) {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    Map<String, Integer> full =
        Map.of("waiting to send on \"receipts\"", 2, "waiting to send on \"priced\"", 1);
    while (!activities(shop).equals(full) || buffered(shop, "orders") != 1) {
      assertTrue(System.nanoTime() < deadline, () -> "still " + shop.snapshot());
      LockSupport.parkNanos(100_000);
    }
  }

  private static int buffered(OrderPipelineTopology shop, String channel) {
    return shop.snapshot().channels().stream()
        .filter(depth -> depth.name().equals(channel))
        .mapToInt(ChannelDepth::size)
        .sum();
  }

  private static Map<String, Integer> activities(OrderPipelineTopology shop) {
    return shop.snapshot().stages().stream()
        .collect(Collectors.toMap(StageThread::activity, thread -> 1, Integer::sum));
  }
}
