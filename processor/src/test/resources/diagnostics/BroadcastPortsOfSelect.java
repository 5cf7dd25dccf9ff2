@Topology
@Broadcast("prices")
interface Shop {
  @Producer("prices") void publish(long price);
  @Producer("news") void report(String news);
  @Consumer("prices") long next();
  sealed interface Event {
  //E ecj [Event.Price] [BroadcastPorts] next() and await() are two views of one receiver of "prices". Broadcast needs stages, or one raw view per subscriber.
    @Case("prices")
    //E javac [BroadcastPorts] next() and await() are two views of one receiver of "prices". Broadcast needs stages, or one raw view per subscriber.
    record Price(long cents) implements Event {}
    @Case("news") record News(String text) implements Event {}
  }
  @Select Event await();
}
