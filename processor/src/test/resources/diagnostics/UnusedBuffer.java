@Topology
@Buffer(channel = "results", size = 16)
//W [UnusedBuffer] No method uses channel "results". Remove the @Buffer.
interface Shop {
  @Producer("orders") void submit(String order);
  @Consumer("orders") String next();
}
