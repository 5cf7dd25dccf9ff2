@Topology
@Buffer(channel = "orders", size = 2_000_000_000)
//W [HugeBuffer] 2000000000 values of "orders" may need more memory than the program has.
interface Shop {
  @Producer("orders") void submit(String order);
  @Consumer("orders") String next();
}
