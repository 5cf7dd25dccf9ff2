@Topology
sealed interface Shop {
//E [SealedInterface] Shop is sealed and does not permit ShopTopology. Remove sealed.
  @Producer("jobs") void submit(String job);
  @Consumer("jobs") String next();
  final class Fake implements Shop {
    @Override public void submit(String job) {}
    @Override public String next() { return ""; }
  }
}
