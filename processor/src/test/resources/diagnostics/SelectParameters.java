@Topology
interface Board {
  @Producer("ticks") void tick(String at);
  @Producer("quit") void quit();
  @Select Event next();
  @Select Event take(int count);
  //E [SelectShape] take(int) takes parameters. A @Select port takes none, or handlers with @Case, and a Duration to wait at most.
  sealed interface Event {
    @Case("ticks") record Tick(String at) implements Event {}
    @Case("quit") record Quit() implements Event {}
  }
}
