@Topology
interface Shop {
//E [NameTaken] demo.Shop.ShopTopology already exists. Rename it or Shop.
  final class ShopTopology {}
  @Producer("jobs") void submit(ShopTopology job);
  @Consumer("jobs") ShopTopology next();
}
@Topology
interface Desk extends Forms {
//E [NameTaken] demo.Forms.DeskTopology already exists. Rename it or Desk.
  @Producer("jobs") void submit(String job);
  @Consumer("jobs") String next();
}
interface Forms {
  final class DeskTopology {}
}
