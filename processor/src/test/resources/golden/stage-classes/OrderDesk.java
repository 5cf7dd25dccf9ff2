package demo;

import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Close;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Topology;
import java.util.Optional;

@Topology(stages = {OrderStages.class, Gateway.class})
@Buffer(channel = "orders", size = 64)
public interface OrderDesk {

  record Order(String sku, int quantity) {}

  record Priced(Order order, long cents) {}

  sealed interface Receipt {
    record Invoice(Priced order) implements Receipt {}

    record Rejection(Order order) implements Receipt {}
  }

  @Producer("orders")
  void submit(Order order) throws InterruptedException;

  @Close("orders")
  void endOfDay();

  @Consumer("receipts")
  Optional<Receipt> nextReceipt() throws InterruptedException;

  @Producer("receipts")
  void reject(Receipt.Rejection rejection) throws InterruptedException;

  @Close({"receipts"})
  void noMoreRejections();
}
