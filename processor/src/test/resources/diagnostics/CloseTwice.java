@Topology
interface Shop {
  @Producer("orders") void submit(String order);
  @Close({"orders", "orders"})
  //W [CloseTwice] finish() closes "orders" twice. Remove one of the two.
  void finish();
  @Close("orders") void finishToo();
  @Consumer("orders") String next();
}
