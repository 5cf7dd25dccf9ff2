@Topology
interface Shop {
  @Producer("orders") Sender<String> orders() throws InterruptedException;
  //W [NeverWaits] orders() declares InterruptedException but never waits. Remove it.
  @Producer("orders") boolean offer(String order, java.time.Duration patience) throws InterruptedException, IOException;
  //E [CannotThrow] offer(String, Duration) declares IOException, which sending never throws. Remove it.
  @Consumer("orders") Received<String> poll() throws InterruptedException;
  //W [NeverWaits] poll() declares InterruptedException but never waits. Remove it.
  @Consumer("orders") Received<String> poll(java.time.Duration patience) throws InterruptedException;
  @Consumer("orders") Receiver<String> all() throws InterruptedException;
  //W [NeverWaits] all() declares InterruptedException but never waits. Remove it.
}
