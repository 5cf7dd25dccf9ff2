@Topology
interface Shop extends Base {
  @Consumer("jobs") String next();
  @Override default void work(String job) {}
  //W [OverrideLost] work(String) overrides a stage of Base but has no annotation, so nothing runs it. Repeat the annotations, or rename it.
}
interface Base {
  @Producer("jobs") void submit(String job);
  @Consumer("jobs") default void work(String job) {}
}
