@Topology
interface Shop {
//E [NameTaken] demo.ShopTopology already exists. Rename it or Shop.
  @Producer("jobs") void submit(String job);
  @Consumer("jobs") String next();
}
final class ShopTopology {}
