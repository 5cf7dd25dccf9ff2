@Topology(stages = Desk.class)
interface Shop {
  @Producer("prices") void publish(long price);
}
@Broadcast("prices")
//E [StrayBroadcast] @Broadcast of "prices" stands on Desk, which has no channels. Move it to Shop.
class Desk {
  @Consumer("prices") void show(long price) {}
  @Consumer("prices") void log(long price) {}
}
