package dev.millrace.examples.orders;

import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Workers;
import dev.millrace.examples.orders.OrderFlow.Order;
import dev.millrace.examples.orders.OrderFlow.Priced;
import java.util.Map;

/** Knows what everything costs. The book never changes, so any number of workers may read it. */
final class PriceDesk {

  private final Map<String, Long> centsBySku;

  PriceDesk(Map<String, Long> centsBySku) {
    this.centsBySku = Map.copyOf(centsBySku);
  }

  /** Answers what one piece costs. What it throws reaches the caller who asked, nobody else. */
  @Workers(2)
  @Consumer("quotes")
  long quote(String sku) throws UnknownSku {
    Long cents = centsBySku.get(sku);
    if (cents == null) {
      throw new UnknownSku(sku);
    }
    return cents;
  }

  /** Prices an order. What it throws fails the whole topology: orders were checked before. */
  @Workers(4)
  @Consumer("orders")
  @Producer("priced")
  Priced price(Order order) throws UnknownSku {
    return new Priced(order, Math.multiplyExact(quote(order.sku()), (long) order.quantity()));
  }
}
