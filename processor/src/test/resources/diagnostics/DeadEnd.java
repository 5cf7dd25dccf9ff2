//// options -Amillrace.lint=strict
@Topology
@Buffer(channel = "audit", size = 15)
@Buffer(channel = "latest", size = 1, overflow = Overflow.LATEST)
@Buffer(channel = "all", size = Integer.MAX_VALUE)
interface Shop {
  @Producer("orders") void submit(String order);
  @Consumer("orders") @Producer("checked") default String check(String order) { return order; }

  @Consumer("checked") @Producer("log") default String log(String order) { return order; }
  //W [DeadEnd] The values of "log" are produced by log(String) and consumed by a port only; if nobody calls nextLog(), log(String) stops after 1 value and submit(String) with it.
  @Consumer("log") String nextLog();

  @Producer("audit") default Stream<Integer> audit() { return Stream.of(); }
  //W [DeadEnd] The values of "audit" are produced by audit() and consumed by a port only; if nobody calls nextAudit(), audit() stops after 16 values.
  @Consumer("audit") int nextAudit();

  @SuppressWarnings("millrace:DeadEnd")
  @Producer("told") default Stream<Integer> told() { return Stream.of(); }
  @Consumer("told") int nextTold();

  @Producer("latest") default Stream<Integer> latest() { return Stream.of(); }
  @Consumer("latest") int nextLatest();

  @Producer("all") default Stream<Integer> all() { return Stream.of(); }
  @Consumer("all") int nextOfAll();
}
