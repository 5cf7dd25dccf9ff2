@Topology
@SuppressWarnings("millrace:HugeBuffer")
@Buffer(channel = "orders", size = 2_000_000_000)
interface Shop {
  @Producer("orders") void submit(String order);
  @Consumer("orders") String next();
}
