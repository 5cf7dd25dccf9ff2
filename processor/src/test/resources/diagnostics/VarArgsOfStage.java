@Topology
interface Shop {
  @Producer("jobs") void submit(String[] jobs);
  @Consumer("jobs") default void work(String... jobs) {}
  //E [VarArgs] work(String...) would take an array. Take one String, or write String[].
}
