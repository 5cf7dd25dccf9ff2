@Topology
@Buffer(channel = "orders", size = -1)
//E [BadSize] Buffer of "orders" is -1. Use 0 (no buffer) or more.
interface Shop {
  @Producer("orders") void submit(String order);
  @Consumer("orders") String next();
}
