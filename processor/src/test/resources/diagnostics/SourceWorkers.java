@Topology
interface Shop {
  @Workers(2) @Producer("jobs") default Stream<String> read() { return Stream.of(); }
  //E [FoldWorkers] read() is a source, which is called once, so 2 workers would each send everything. Remove @Workers.
  @Consumer("jobs") default void work(String job) {}
}
