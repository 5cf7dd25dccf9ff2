@Topology
@Buffer(channel = "b", size = 8)
interface Wheel {
  // Nobody asks for an end: put(int) may go on, whatever is closed.
  @Producer("a") void put(int a);
  @Producer("c") void putC(int c);
  @Close("c") void finish();
  @Consumer("c") @Producer("a") default int zero(int c) { return c; }
  @Consumer("a") @Producer("b") default int one(int a) { return a; }
  @Consumer("b") @Producer("a") default Optional<Integer> two(int b) { return Optional.of(b); }
}
