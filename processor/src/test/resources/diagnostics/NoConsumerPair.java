@Topology
interface Shop {
  @Producer("order") void submit(String order);
  //E [NoConsumer] submit(String) sends to "order" and next() receives from "orders". If they are the same channel, use one name.
  @Consumer("orders") String next();
}
