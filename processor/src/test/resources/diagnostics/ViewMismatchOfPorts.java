@Topology
interface Shop {
  sealed interface Event {}
  record Order(String sku) implements Event {}
  record Refund(String sku) implements Event {}
  @Producer("events") void order(Order order);
  @Producer("events") void refund(Refund refund);
  @Producer("events") void anything(Event event);
  @Producer("events") Sender<Order> orders();
  //E [ViewMismatch] "events" carries Event, so its send end is Sender<Event>, not Sender<Order>. Write Sender<? super Order>.
  @Producer("events") Sender<? super Refund> refunds();
  @Consumer("events") Received<Object> poll();
  //E [ViewMismatch] "events" carries Event, so poll() returns Received<Event>, not Received<Object>. Write Received<? extends Object>.
  @Consumer("events") Receiver<Object> events();
  //E [ViewMismatch] "events" carries Event, so its receive end is Receiver<Event>, not Receiver<Object>. Write Receiver<? extends Object>.
}
