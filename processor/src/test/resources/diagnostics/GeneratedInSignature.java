@Topology(stages = Work.class)
interface Shop {
  @Producer("jobs") void submit(String job);
  @Consumer("jobs") ShopTopology next();
  //E [GeneratedInSignature] next() mentions ShopTopology, which is generated from this very interface. Use Shop here; ShopTopology may be used inside bodies.
}
final class Work {
  Shop shop = ShopTopology.start(new Work());
}
