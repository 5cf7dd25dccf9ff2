@Topology
@Buffer(channel = "orders", size = Buffer.UNLIMITED)
interface Shop {
  @Producer("orders") void submit(String order);
  @Consumer("orders") String next();
}
