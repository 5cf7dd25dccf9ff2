package demo;

import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Workers;
import java.util.function.ToLongFunction;

final class OrderStages {
  private final ToLongFunction<String> priceBook;

  OrderStages(ToLongFunction<String> priceBook) {
    this.priceBook = priceBook;
  }

  @Workers(8)
  @Consumer("orders")
  @Producer("priced")
  OrderDesk.Priced price(OrderDesk.Order order) {
    return new OrderDesk.Priced(
        order, priceBook.applyAsLong(order.sku()) * order.quantity());
  }
}
