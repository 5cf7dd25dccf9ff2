@Topology
@Buffer(channel = "a", size = 8)
@Buffer(channel = "b", size = 8)
@Buffer(channel = "d", size = 8)
@Buffer(channel = "e", size = 8)
interface Wheel {
//W [Cycle] back -> "e" -> keep -> "d" -> back is a loop that no value leaves, because each stage sends one value for each that it receives. Once its buffers are full, all of them wait. Return Optional or Stream from one of back and keep.
  // Its result leaves the loop, and what it sends on it, it need not send.
  @Producer("a") void put(String a);
  @Consumer("b") @Producer("a") default String one(String b) { return b; }
  sealed interface Event {
    @Case("a") record A(String value) implements Event {}
    @Case("c") record C(String value) implements Event {}
  }
  @Producer("c") void putC(String c);
  @Select @Producer("results")
  default String on(Event event, @Producer("b") Sender<String> again) { return ""; }
  @Consumer("results") String result();

  // Its result stays on the loop, whatever else it sends.
  @Producer("d") void putD(String d);
  @Consumer("d") @Producer("e") default String back(String d) { return d; }
  sealed interface Again {
    @Case("e") record E(String value) implements Again {}
    @Case("f") record F(String value) implements Again {}
  }
  @Producer("f") void putF(String f);
  @Select @Producer("d")
  default String keep(Again again, @Producer("logs") Sender<String> logs) { return ""; }
  @Consumer("logs") String log();
}
@Topology
@Buffer(channel = "a", size = 8)
@Buffer(channel = "b", size = 8)
@Buffer(channel = "x", size = 8)
@Buffer(channel = "y", size = 8)
interface Detour {
  // All its results go where some may be dropped; what goes the other way, it need not send.
  sealed interface Event {
    @Case("x") record X(int value) implements Event {}
    @Case("y") record Y(int value) implements Event {}
  }
  @Producer("x") void put(int x);
  @Select @Producer("a") default int on(Event event, @Producer("b") Sender<Integer> some) { return 0; }
  @Consumer("b") @Producer("x") default int all(int b) { return b; }
  @Consumer("a") @Producer("y") default Optional<Integer> few(int a) { return Optional.empty(); }
}
