@Topology
@Broadcast("orders")
interface Shop {
  @Producer("orders")
  //E [NeverMeet] offer(String) and poll() never wait, and "orders" has no buffer, so no value is ever handed over. Give "orders" a buffer, or let one of the two wait.
  boolean offer(String order);
  @Consumer("orders") Received<String> poll();
  @Consumer("orders") default void log(String order) {}
}
