@Topology
@Buffer(channel = "b", size = 8)
@Buffer(channel = "c", size = 8)
interface Wheel {
  //W [NeverEnds] The end of numbers() cannot end one and two: each waits for the other's channel to close. Only close() stops them.
  //W [NeverEnds] The end of letters() cannot end again: it waits for "c" to close, which it sends to itself. Only close() stops it.
  @Producer("a") default Stream<Integer> numbers() { return Stream.of(1); }
  @Consumer("a") @Producer("b") default int one(int a) { return a; }
  @Consumer("b") @Producer("a") default Optional<Integer> two(int b) { return Optional.of(b); }

  @Producer("c") default Iterable<String> letters() { return List.of("a"); }
  @Consumer("c") @Producer("c")
  //W [SelfLoop] again(String) sends to the channel it receives from. Once "c" is full and every worker sends, all of them wait. Put new values on another channel, or make sure that they become fewer.
  default Optional<String> again(String c) { return Optional.of(c); }
}
