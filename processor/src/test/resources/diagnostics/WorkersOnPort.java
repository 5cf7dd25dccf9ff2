@Topology
interface Shop {
  @Workers(2) @Producer("jobs") void submit(String job);
  //E [WorkersOnPort] @Workers is for stages; submit(String) runs in the caller's thread. Remove it.
  @Consumer("jobs") default void work(String job) {}
}
