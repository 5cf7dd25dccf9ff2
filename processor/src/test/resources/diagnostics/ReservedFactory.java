@Topology
interface Shop {
  @Producer("jobs") void submit(String job);
  @Consumer("jobs") String next();
  @Close("jobs") void start();
  //E [ReservedName] start() would collide with ShopTopology.start(). Rename it.
}
