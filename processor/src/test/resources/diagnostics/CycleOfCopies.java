@Topology
@Buffer(channel = "a", size = 8)
@Buffer(channel = "b", size = 8)
@Broadcast("b")
interface Wheel {
  //W [Cycle] one -> "b" -> two -> "a" -> one is a loop that no value leaves, because each stage sends one value for each that it receives. Once its buffers are full, all of them wait. Return Optional or Stream from one of one and two.
  @Producer("a") void put(int a);
  @Consumer("a") @Producer("b") default int one(int a) { return a; }
  @Consumer("b") @Producer("a") default int two(int b) { return b; }
  // It lets go of its copies only.
  @Consumer("b") @Producer("a") default Optional<Integer> three(int b) { return Optional.empty(); }
}
