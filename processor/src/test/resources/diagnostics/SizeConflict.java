@Topology
@Buffer(channel = "orders", size = 16)
//E [SizeConflict] "orders" has a buffer of 16 here and of 64 in OrderPorts. Keep one.
interface Shop extends OrderPorts {
  @Consumer("orders") String next();
}
@Buffer(channel = "orders", size = 64)
interface OrderPorts {
  @Producer("orders") void submit(String order);
}
