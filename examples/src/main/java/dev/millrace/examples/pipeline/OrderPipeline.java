package dev.millrace.examples.pipeline;

import dev.millrace.annotation.Broadcast;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Close;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Topology;
import java.util.Optional;

/**
 * Orders are priced by a pool of workers. Invoicing and shipping both see every priced order, and
 * what they have done comes out by one port.
 */
@Topology(stages = OrderStages.class)
@Buffer(channel = "orders", size = 64)
@Broadcast("priced")
public interface OrderPipeline {

  /** What a customer wants. */
  record Order(String sku, int quantity) {}

  /** What it costs. */
  record Priced(Order order, long cents) {}

  /** What was done: one invoice and one shipment for each order. */
  sealed interface Receipt {

    /** The customer owes this much. */
    record Invoice(Priced order) implements Receipt {}

    /** The warehouse sends this. */
    record Shipment(Order order) implements Receipt {}
  }

  // Ports: any thread may call them.

  /** Waits for room among the orders that are still to be priced. */
  @Producer("orders")
  void submit(Order order) throws InterruptedException;

  /** No more orders come. */
  @Close("orders")
  void endOfDay();

  /** The next receipt; empty when the day has ended and every order was invoiced and shipped. */
  @Consumer("receipts")
  Optional<Receipt> nextReceipt() throws InterruptedException;
}
