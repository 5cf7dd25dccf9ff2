@Topology
@Broadcast("price")
//E [UnknownBroadcast] There is no channel "price" to broadcast. Did you mean "prices"?
interface Shop {
  @Producer("prices") void publish(long price);
  @Consumer("prices") default void show(long price) {}
  @Consumer("prices") default void log(long price) {}
}
