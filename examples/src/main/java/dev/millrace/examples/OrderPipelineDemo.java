package dev.millrace.examples;

import dev.millrace.examples.pipeline.OrderPipeline;
import dev.millrace.examples.pipeline.OrderPipeline.Order;
import dev.millrace.examples.pipeline.OrderPipeline.Receipt;
import dev.millrace.examples.pipeline.OrderPipelineTopology;
import dev.millrace.examples.pipeline.OrderStages;

/** A day of a shop: a thousand orders, each of them both invoiced and shipped. */
public final class OrderPipelineDemo {

  private static final int ORDERS = 1_000;

  private OrderPipelineDemo() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws InterruptedException {
    int invoices = 0;
    long cents = 0;
    int shipments = 0;
    int pieces = 0;
    try (var shop = OrderPipelineTopology.start(new OrderStages(OrderPipelineDemo::price))) {
      Thread customers = Thread.startVirtualThread(() -> order(shop));
      for (var next = shop.nextReceipt(); next.isPresent(); next = shop.nextReceipt()) {
        switch (next.get()) {
          case Receipt.Invoice(var priced) -> {
            invoices++;
            cents += priced.cents();
          }
          case Receipt.Shipment(var order) -> {
            shipments++;
            pieces += order.quantity();
          }
        }
      }
      customers.join();
      System.out.println(invoices + " invoices over " + cents + " cents");
      System.out.println(shipments + " shipments of " + pieces + " pieces");
      System.out.println("lost: " + shop.discarded());
    }
  }

  private static long price(String sku) {
    return switch (sku) {
      case "wheel" -> 12_50;
      case "sack" -> 1_20;
      default -> throw new IllegalArgumentException("nobody sells " + sku);
    };
  }

  private static void order(OrderPipeline shop) {
    try {
      for (int i = 0; i < ORDERS; i++) {
        shop.submit(new Order(i % 4 == 0 ? "wheel" : "sack", 1 + i % 3));
      }
      shop.endOfDay();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
