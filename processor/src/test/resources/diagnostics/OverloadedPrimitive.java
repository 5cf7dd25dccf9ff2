@Topology
interface Shop {
  @Producer("counts") void submit(int count);
  @Consumer("counts") default void work(int count) {}
  default int work(Object other) { return 1; }
}
