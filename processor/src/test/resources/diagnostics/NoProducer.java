@Topology
interface Shop {
  @Consumer("orders") String next();
  //E [NoProducer] Nothing sends to "orders", so next() would wait for ever. Add a @Producer("orders") method.
}
