@Topology
interface Shop extends Prices {
  @Consumer("prices") default void log(long price) {}
  @Consumer("prices") long next();
}
@Broadcast("prices")
interface Prices {
  @Producer("prices") void publish(long price);
  @Workers(2) @Consumer("prices") default void show(long price) {}
}
