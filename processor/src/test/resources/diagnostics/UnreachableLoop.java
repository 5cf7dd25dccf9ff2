@Topology
interface Shop {
  @Consumer("a") @Producer("b") default String one(String value) { return value; }
  //E [Unreachable] Nothing ever arrives at one(String): one -> "b" -> two -> "a" -> one is a loop that nothing else feeds. Send to "a" from a port or a source too.
  @Consumer("b") @Producer("a") default String two(String value) { return value; }
}
