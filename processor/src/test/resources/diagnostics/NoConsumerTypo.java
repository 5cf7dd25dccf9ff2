@Topology
interface Shop {
  @Producer("order") void submit(String order);
  //E [NoConsumer] Nothing receives from "order", so submit(String) would wait for ever. Did you mean "orders", which next() receives from?
  @Producer("orders") boolean offer(String order);
  @Consumer("orders") String next();
}
