@Topology
interface Shop {
  @Producer("jobs") void submit(String job);
  @Consumer("jobs") default void work(String job) {}
  @Consumer("jobs") String next();
  //W [AlsoConsumed] work(String) and next() both take from "jobs", so each value reaches one of them only. Remove one of the two, or give each a channel of its own.
}
