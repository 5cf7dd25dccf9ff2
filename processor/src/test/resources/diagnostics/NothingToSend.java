@Topology
interface Shop {
  @Producer("jobs") void submit(String job);
  @Consumer("jobs") @Producer("results") default void work(String job) {}
  //E [StageShape] work(String) returns nothing that could be sent to "results". Return the value, an Optional or a Stream, or remove @Producer.
  @Consumer("results") String next();
}
