@Topology
interface Shop {
  @Producer("my-orders") void submit(String order);
  @Consumer("my-orders") String next();
  @Producer("myOrders") void submitMine(String order);
  //E [SameField] "my-orders" and "myOrders" would be the same field in ShopTopology. Rename one.
  @Consumer("myOrders") String nextOfMine();
}
