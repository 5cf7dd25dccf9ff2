@Topology
@Broadcast({})
//E [EmptyName] @Broadcast names no channel. Write @Broadcast("orders"), or remove it.
interface Shop {
  @Producer("orders") void submit(String order);
  @Close({}) void finish();
  //E [EmptyName] finish() names no channel to close. Write @Close("orders").
  @Consumer("orders") String next();
}
