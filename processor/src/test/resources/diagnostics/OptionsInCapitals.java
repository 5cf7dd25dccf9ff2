//// options -Amillrace.lint=Strict -Amillrace.trace=TRUE
@Topology
interface Shop {
  @Producer("orders") void submit(String order);
  @Consumer("orders") @Producer("audit") default String log(String order) { return order; }
  //W [DeadEnd] The values of "audit" are produced by log(String) and consumed by a port only; if nobody calls next(), log(String) stops after 1 value and submit(String) with it.
  @Consumer("audit") String next();
}
