@Topology
interface Board {
  @Producer("ticks") void tick(Long at);
  @Producer("quit") void quit();
  @Select Event next();
  sealed interface Event {
    //E ecj [Event.Tick] [ArmType] "ticks" carries Long, but Tick takes String.
    @Case("ticks") record Tick(String at) implements Event {}
    //E javac [ArmType] "ticks" carries Long, but Tick takes String.
    @Case("quit") record Quit() implements Event {}
  }
}
