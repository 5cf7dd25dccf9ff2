@Topology
@Broadcast({"prices", "prices"})
//W [BroadcastTwice] @Broadcast names "prices" twice. Remove one of the two.
interface Shop extends Prices {
  @Consumer("prices") default void log(long price) {}
}
@Broadcast("prices")
interface Prices {
  @Producer("prices") void publish(long price);
  @Consumer("prices") default void show(long price) {}
}
