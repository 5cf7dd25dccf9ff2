@Topology
interface Shop {
  @Producer("jobs") void submit(String job) throws IOException, InterruptedException;
  //E [CannotThrow] submit(String) declares IOException, which sending never throws. Remove it.
  @Consumer("jobs") String next() throws IllegalStateException;
}
