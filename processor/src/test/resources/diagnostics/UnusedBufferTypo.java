@Topology
@Buffer(channel = "order", size = 16)
//W [UnusedBuffer] No method uses channel "order". Did you mean "orders"?
interface Shop {
  @Producer("orders") void submit(String order);
  @Consumer("orders") String next();
}
