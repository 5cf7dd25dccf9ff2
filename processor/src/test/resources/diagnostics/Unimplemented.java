@Topology
interface Shop {
  @Producer("a") void put(String value);
  @Consumer("a") String next();
  void reset();
  //E [Unimplemented] reset() is abstract and has no channel annotation, so nothing can implement it. Annotate it or give it a body.
}
