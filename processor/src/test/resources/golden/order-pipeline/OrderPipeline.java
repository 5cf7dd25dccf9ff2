package demo;

import dev.millrace.annotation.Broadcast;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Close;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Topology;
import java.util.Optional;

@Topology(stages = OrderStages.class)
@Buffer(channel = "orders", size = 64)
@Broadcast("priced")                              // invoicing and shipping both see every order
public interface OrderPipeline {
  record Order(String sku, int quantity) {}
  record Priced(Order order, long cents) {}
  sealed interface Receipt {
    record Invoice(Priced order) implements Receipt {}
    record Shipment(Order order) implements Receipt {}
  }
  @Producer("orders")   void submit(Order order) throws InterruptedException;
  @Close("orders")      void endOfDay();
  @Consumer("receipts") Optional<Receipt> nextReceipt() throws InterruptedException;
}
