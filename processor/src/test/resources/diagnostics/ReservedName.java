@Topology
interface Shop {
  @Producer("jobs") void submit(String job);
  @Consumer("jobs") String next();
  @Close("jobs") void stop();
  //E [ReservedName] stop() would collide with ShopTopology.stop(). Rename it.
}
