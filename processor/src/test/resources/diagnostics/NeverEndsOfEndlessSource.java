@Topology
@Buffer(channel = "b", size = 8)
interface Wheel {
  @Producer("a") default void numbers(Sender<Integer> a) {}
  @Consumer("a") @Producer("b") default int one(int a) { return a; }
  @Consumer("b") @Producer("a") default Optional<Integer> two(int b) { return Optional.of(b); }
}
