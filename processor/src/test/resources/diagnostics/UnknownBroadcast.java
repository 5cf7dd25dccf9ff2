@Topology
@Broadcast("receipts")
//E [UnknownBroadcast] There is no channel "receipts" to broadcast. Name one that stages consume.
interface Shop {
  @Producer("orders") void submit(String order);
  @Consumer("orders") String next();
}
