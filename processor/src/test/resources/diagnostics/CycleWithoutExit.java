@Topology
@Buffer(channel = "b", size = 8)
@Buffer(channel = "d", size = 8)
@Buffer(channel = "f", size = 8, overflow = Overflow.DROP_OLDEST)
interface Wheel {
  //W [Cycle] one -> "b" -> two -> "a" -> one is a loop that no value leaves, because each stage sends one value for each that it receives. Once its buffers are full, all of them wait. Return Optional or Stream from one of one and two.
  @Producer("a") void put(int a);
  @Consumer("a") @Producer("b") default int one(int a) { return a; }
  @Consumer("b") @Producer("a") default int two(int b) { return b; }

  @Producer("e") void putE(int e);
  @Consumer("e") @Producer("f") default int five(int e) { return e; }
  @Consumer("f") @Producer("e") default int six(int f) { return f; }

  @Producer("c") void putC(int c);
  @Consumer("c") @Producer("d") default int three(int c) { return c; }
  @Consumer("d") @Producer("c") default Optional<Integer> four(int d) { return Optional.empty(); }
}
