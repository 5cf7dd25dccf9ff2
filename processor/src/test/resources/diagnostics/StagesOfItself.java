@Topology(stages = Shop.class)
//E [StagesTwice] Shop is in its own stages, so each of its stages would run twice. Remove it from stages.
interface Shop {
  @Producer("jobs") void submit(String job);
  @Consumer("jobs") default void work(String job) {}
}
