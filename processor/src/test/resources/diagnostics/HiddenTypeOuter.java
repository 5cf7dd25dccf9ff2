@Topology
interface Shop extends other.Ports {
//E [Ports.submit(Job)] [HiddenType] submit(Job) mentions Job, which ShopTopology could not see. Make Hall public.
  @Consumer("jobs") default void work(Object job) {}
}
//// other/Ports.java
public interface Ports {
  @Producer("jobs") void submit(Hall.Job job);
}
class Hall {
  public static class Job {}
}
