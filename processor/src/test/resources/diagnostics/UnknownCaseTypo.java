@Topology
interface Board {
  @Producer("ticks") void tick(String at);
  @Producer("quit") void quit();
  @Select Event next();
  sealed interface Event {
    //E ecj [Event.Tick] [UnknownCase] Nothing sends to "tick". Did you mean "ticks"?
    @Case("tick") record Tick(String at) implements Event {}
    //E javac [UnknownCase] Nothing sends to "tick". Did you mean "ticks"?
    @Case("quit") record Quit() implements Event {}
  }
}
