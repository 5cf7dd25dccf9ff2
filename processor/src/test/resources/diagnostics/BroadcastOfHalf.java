@Topology
@Buffer(channel = "drops", size = 1, overflow = Overflow.LATEST)
@Broadcast({"prices", "drops"})
//E [BroadcastDrops] "drops" drops values for want of room, so not every consumer would get every value. Remove overflow = LATEST, or take "drops" out of @Broadcast.
interface Shop {
  @Producer("prices") void publish(long price);
  @Consumer("prices") default void show(long price) {}
  @Consumer("price") default void log(long price) {}
  //E [NoProducer] Nothing sends to "price", so log(long) would wait for ever. Did you mean "prices", which publish(long) sends to?
  @Producer("drops") void drop(long drop);
  @Consumer("drops") long next();
}
