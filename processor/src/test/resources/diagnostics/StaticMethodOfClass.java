@Topology(stages = Work.class)
interface Shop {
  @Producer("jobs") void submit(String job);
}
final class Work {
  @Consumer("jobs") static void work(String job) {}
  //E [StaticMethod] work(String) is static, so it belongs to no topology. Remove static.
}
