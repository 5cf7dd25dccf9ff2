@Topology
interface Shop {
  interface Event {}
  record Order() implements Event {}
  @Producer("batches") void submit(List<Order> orders);
  @Consumer("batches") List<Event> next();
  //E [TypeMismatch] Channel "batches" is sent List<Order> but next() takes List<Event>. A List<Order> is not a List<Event>, even if its elements fit. Take List<Order>, or send List<Event>.
}
