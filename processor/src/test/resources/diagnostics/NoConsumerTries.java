@Topology
interface Shop {
  @Producer("orders")
  //E [NoConsumer] Nothing receives from "orders", so offer(String) would never succeed. Add a @Consumer("orders") method.
  boolean offer(String order);
}
