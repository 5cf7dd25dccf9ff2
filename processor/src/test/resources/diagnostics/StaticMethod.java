@Topology
interface Shop {
  @Producer("jobs") void submit(String job);
  @Consumer("jobs") static void work(String job) {}
  //E [StaticMethod] work(String) is static, so it belongs to no topology. Make it a default method.
}
