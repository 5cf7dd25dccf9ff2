@Topology
interface Shop {
  @Producer("audit") default Stream<Integer> audit() { return Stream.of(); }
  @Consumer("audit") int nextAudit();
}
