@Topology
@Broadcast({"prices", "views", "mixed", "counts"})
interface Shop {
  @Producer("prices") void publish(long price);
  @Consumer("prices") long next();
  @Consumer("prices") Received<Long> poll();
  //E [BroadcastPorts] next() and poll() are two views of one receiver of "prices". Broadcast needs stages, or one raw view per subscriber.

  @Producer("views") void show(long view);
  @Consumer("views") Receiver<Long> left();
  @Consumer("views") Receiver<Long> right();

  @Producer("mixed") void mix(long view);
  @Consumer("mixed") Receiver<Long> raw();
  @Consumer("mixed") Optional<Long> first();
  //E [BroadcastPorts] raw(), first() and second() are 3 views of one receiver of "mixed". Broadcast needs stages, or one raw view per subscriber.
  @Consumer("mixed") Optional<Long> second();

  @Producer("counts") void count(long count);
  @Consumer("counts") long nextCount();
  @Consumer("counts") Received<Long> pollCount();
  @Consumer("counts") default void log(long count) {}
}
