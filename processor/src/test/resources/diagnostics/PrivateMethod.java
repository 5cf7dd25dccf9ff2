@Topology
interface Shop {
  @Producer("jobs") void submit(String job);
  @Consumer("jobs") private void work(String job) {}
  //E [PrivateMethod] work(String) is private, so the topology cannot call it. Remove private.
}
