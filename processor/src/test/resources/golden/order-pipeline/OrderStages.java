package demo;

import demo.OrderPipeline.Order;
import demo.OrderPipeline.Priced;
import demo.OrderPipeline.Receipt.Invoice;
import demo.OrderPipeline.Receipt.Shipment;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Workers;
import java.util.function.ToLongFunction;

final class OrderStages {
  private final ToLongFunction<String> priceBook;

  OrderStages(ToLongFunction<String> priceBook) {
    this.priceBook = priceBook;
  }

  @Workers(8) @Consumer("orders") @Producer("priced")
  Priced price(Order order) {
    return new Priced(order, priceBook.applyAsLong(order.sku()) * order.quantity());
  }

  @Consumer("priced") @Producer("receipts")
  Invoice invoice(Priced priced) {
    return new Invoice(priced);
  }

  @Consumer("priced") @Producer("receipts")
  Shipment ship(Priced priced) {
    return new Shipment(priced.order());
  }
}
