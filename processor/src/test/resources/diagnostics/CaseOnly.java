@Topology
interface Shop {
  @Producer("Orders") void submit(String order);
  //E [CaseOnly] "Orders" and "orders" differ only by case and would be two channels. Did you mean "orders"?
  @Consumer("orders") String next();
}
