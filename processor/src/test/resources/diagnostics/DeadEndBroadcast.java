//// options -Amillrace.lint=strict
@Topology
@Broadcast("audit")
interface Shop {
  @Producer("orders") void submit(String order);
  @Consumer("orders") @Producer("audit") default String check(String order) { return order; }
  //W [DeadEnd] The values of "audit" are produced by check(String) and consumed by a port too, for which the others wait; if nobody calls nextAudit(), check(String) stops after 1 value and submit(String) with it.
  @Consumer("audit") String nextAudit();
  @Consumer("audit") default void log(String order) {}
}
