@Topology
interface Shop {
  record Order() {}
  record Invoice() {}
  @Producer("orders") void submit(Order order);
  @Consumer("orders")
  //E [TypeMismatch] Channel "orders" cannot carry both Order and Invoice.
  //| submit(Order) sends Order.
  //| next() takes Invoice, and Order is not an Invoice.
  //| Change next() to take Order, or give Invoice a channel of its own.
  Invoice next();
}
