@Topology
interface Shop {
  interface Event {}
  record Order() implements Event {}
  @Producer("events") void submit(Event event);
  @Producer("events") default void orders(
      Sender<Order> out) {}
      //E [ViewMismatch] "events" carries Event, so its send end is Sender<Event>, not Sender<Order>. Write Sender<? super Order>.
  @Consumer("events") Event next();
}
