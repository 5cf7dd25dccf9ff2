@Topology
interface Shop {
  @Workers(-1) @Producer("jobs") default Stream<String> read() { return Stream.of(); }
  //E [NoWorkers] read() has -1 workers, so nothing would ever send to "jobs". Remove @Workers.
  @Consumer("jobs") default void work(String job) {}
}
