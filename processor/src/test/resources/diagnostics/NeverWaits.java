@Topology
interface Shop {
  @Producer("jobs") boolean offer(String job) throws InterruptedException;
  //W [NeverWaits] offer(String) declares InterruptedException but never waits. Remove it.
  @Consumer("jobs") String next();
}
