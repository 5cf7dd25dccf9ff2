final class Outer {
  @Topology
  private interface Shop {
  //E [HiddenInterface] Shop is private, so Outer_ShopTopology could not implement it. Make it package-private or public.
    @Producer("jobs") void submit(String job);
    @Consumer("jobs") String next();
  }
}
