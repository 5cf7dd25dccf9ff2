@Topology
interface Board {
  @Producer("ticks") void tick(String at);
  @Select Event next(int count);
  //E [SelectShape] next(int) takes parameters. A @Select port takes none, or handlers with @Case, and a Duration to wait at most.
  sealed interface Event {
    @Case("ticks") record Tick(String at) implements Event {}
  }
}
