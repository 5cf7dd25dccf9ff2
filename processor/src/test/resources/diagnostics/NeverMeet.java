@Topology
@Buffer(channel = "buffered", size = 1)
interface Shop {
  @Producer("orders")
  //E [NeverMeet] offer(String) and poll() never wait, and "orders" has no buffer, so no value is ever handed over. Give "orders" a buffer, or let one of the two wait.
  boolean offer(String order);
  @Consumer("orders") Received<String> poll();

  sealed interface Event {
    @Case("bells") record Bell() implements Event {}
    @Otherwise record Silence() implements Event {}
  }
  @Producer("bells")
  //E [NeverMeet] ring() and listen() never wait, and "bells" has no buffer, so no value is ever handed over. Give "bells" a buffer, or let one of the two wait.
  boolean ring();
  @Select Event listen();

  @Producer("buffered") boolean offerBuffered(String order);
  @Consumer("buffered") Received<String> pollBuffered();
  @Producer("taken") boolean offerTaken(String order);
  @Consumer("taken") default void take(String order) {}
  @Producer("timed") boolean offerTimed(String order, java.time.Duration patience);
  @Consumer("timed") Received<String> pollTimed();
  @Producer("ends") boolean offerEnds(String order);
  @Consumer("ends") Receiver<String> ends();
}
