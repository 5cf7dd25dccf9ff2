@Topology
interface Shop {
  interface Event {}
  record Order() implements Event {}
  @Producer("events") void submit(Order order);
  @Close("events") void finish();
  @Producer("events") default void orders(Sender<Order> out) {}
  @Consumer("events") default void count(
      Receiver<Event> events) {}
      //E [ViewMismatch] "events" carries Order, so its receive end is Receiver<Order>, not Receiver<Event>. Write Receiver<? extends Event>.
}
