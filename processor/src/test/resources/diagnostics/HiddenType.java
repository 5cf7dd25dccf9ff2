final class Outer {
  private record Job(String name) {}
  @Topology
  interface Shop {
    @Producer("jobs") void submit(Job job);
    //E [HiddenType] submit(Job) mentions Job, which Outer_ShopTopology could not see. Make Job package-private or public.
    @Consumer("jobs") default void work(Object job) {}
  }
}
