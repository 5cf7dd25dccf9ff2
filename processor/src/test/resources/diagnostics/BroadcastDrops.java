@Topology
@Buffer(channel = "prices", size = 8, overflow = Overflow.DROP_OLDEST)
@Broadcast("prices")
//E [BroadcastDrops] "prices" drops values for want of room, so not every consumer would get every value. Remove overflow = DROP_OLDEST, or take "prices" out of @Broadcast.
interface Shop {
  @Producer("prices") void publish(long price);
  @Consumer("prices") default void show(long price) {}
  @Consumer("prices") default void log(long price) {}
}
