@Topology
interface Shop {
  @Producer("jobs") void submit(String job);
  @Consumer("jobs") default void work(String job) {}
  @Consumer("jobs") String next();
  //W [AlsoConsumed] work(String) and next() both take from "jobs", so each value reaches one of them only. Add @Broadcast("jobs") if both need every value, or remove one of the two.
}
