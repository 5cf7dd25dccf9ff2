@Topology
interface Shop {
  @Producer("orders") void submit(String order);
  @Consumer("orders") String next();
  @Consumer("order") Optional<String> poll();
  //E [NoProducer] Nothing sends to "order", so poll() would wait for ever. Did you mean "orders", which submit(String) sends to?
}
