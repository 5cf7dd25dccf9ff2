@Topology(stages = Work.class)
//E [StageNotFound] Work has no method with @Consumer, @Producer or @Select. Annotate one or remove it from stages.
interface Shop {
  @Producer("jobs") void submit(String job);
  @Consumer("jobs") String next();
}
final class Work {
  void work(String job) {}
}
