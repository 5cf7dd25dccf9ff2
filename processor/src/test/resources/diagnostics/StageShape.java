@Topology
interface Shop {
  @Producer("jobs") void submit(String job);
  @Consumer("jobs") default void work(String job, int count) {}
  //E [StageShape] work(String, int) fits no stage. A @Consumer stage takes one value of "jobs", or a Receiver<T> of them all.
}
