@Topology
@Buffer(channel = "beats", size = Buffer.UNLIMITED)
@Buffer(channel = "b", size = 8)
@Broadcast({"beats", "b"})
interface Heart {
  sealed interface Event {
    @Case("beats") record Beat(int number) implements Event {}
    @Otherwise(after = "pause") record Pause() implements Event {}
  }
  // It goes on by itself, as it is meant to; but then there is no sum.
  @Select @Producer("beats") default int beat(Event event) { return 1; }
  default java.time.Duration pause() { return java.time.Duration.ofSeconds(1); }
  @Consumer("beats") @Producer("sums") default int sum(Receiver<Integer> beats) { return 0; }
  //W [NeverEnds] sum(Receiver<Integer>) returns only when "beats" is closed, which waits for the end of a loop: beat -> "beats" -> beat. Unless it returns early, only close() stops it.
  @Consumer("sums") int result();

  // Who has the raw end may close it, but that does not end the loop.
  @Producer("a") Sender<Integer> numbers();
  @Consumer("a") @Producer("b") default int one(int a) { return a; }
  @Consumer("b") @Producer("a") default Optional<Integer> two(int b) { return Optional.empty(); }
  @Consumer("b") @Producer("logs") default int pass(int b) { return b; }
  @Consumer("logs") default void log(Receiver<Integer> logs) {}
  //W [NeverEnds] log(Receiver<Integer>) returns only when "logs" is closed, which waits for the end of a loop: one -> "b" -> two -> "a" -> one. Unless it returns early, only close() stops it.
}
