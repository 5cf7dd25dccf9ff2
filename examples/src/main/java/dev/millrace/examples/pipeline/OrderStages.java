package dev.millrace.examples.pipeline;

import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Workers;
import dev.millrace.examples.pipeline.OrderPipeline.Order;
import dev.millrace.examples.pipeline.OrderPipeline.Priced;
import dev.millrace.examples.pipeline.OrderPipeline.Receipt.Invoice;
import dev.millrace.examples.pipeline.OrderPipeline.Receipt.Shipment;
import java.util.function.ToLongFunction;

/** What is done with orders. The price book is asked by eight threads at once. */
public final class OrderStages {

  private final ToLongFunction<String> priceBook;

  /** Stages that price by this book, which says what one piece costs, in cents. */
  public OrderStages(ToLongFunction<String> priceBook) {
    this.priceBook = priceBook;
  }

  @Workers(8)
  @Consumer("orders")
  @Producer("priced")
  Priced price(Order order) {
    long each = priceBook.applyAsLong(order.sku());
    return new Priced(order, Math.multiplyExact(each, (long) order.quantity()));
  }

  @Consumer("priced")
  @Producer("receipts")
  Invoice invoice(Priced priced) {
    return new Invoice(priced);
  }

  @Consumer("priced")
  @Producer("receipts")
  Shipment ship(Priced priced) {
    return new Shipment(priced.order());
  }
}
