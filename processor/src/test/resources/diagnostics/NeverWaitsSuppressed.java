@Topology
interface Shop {
  @SuppressWarnings({"unused", "millrace:NeverWaits"})
  @Producer("jobs") boolean offer(String job) throws InterruptedException;
  @Consumer("jobs") String next();
}
