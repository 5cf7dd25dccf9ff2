@Topology
interface Shop {
  @Producer("jobs") void submit(String job);
  @Workers(0) @Consumer("jobs") default void work(String job) {}
  //E [NoWorkers] work(String) has 0 workers, so nothing would ever receive from "jobs". Use 1 or more.
}
