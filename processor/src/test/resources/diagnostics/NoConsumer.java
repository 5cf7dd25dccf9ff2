@Topology
interface Shop {
  @Producer("orders")
  //E [NoConsumer] Nothing receives from "orders", so submit(String) would wait for ever. Add a @Consumer("orders") method.
  void submit(String order);
}
