@Topology
interface Board {
  @Producer("ticks") void tick(String at);
  @Select Event next();
  sealed interface Event {
  //E ecj [Event.Expired] [TwoOtherwise] Denied and Expired are both @Otherwise. Keep one.
    @Case("ticks") record Tick(String at) implements Event {}
    @Otherwise record Denied() implements Event {}
    @Otherwise record Expired() implements Event {}
    //E javac [TwoOtherwise] Denied and Expired are both @Otherwise. Keep one.
  }
}
