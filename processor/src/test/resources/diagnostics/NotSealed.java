@Topology
interface Board {
  @Producer("ticks") void tick(String at);
  @Producer("quit") void quit();
  @Select Event next();
  //E [NotSealed] next() returns Event, which is not sealed, so its cases cannot be known. Write sealed interface Event.
  interface Event {
    @Case("ticks") record Tick(String at) implements Event {}
    @Case("quit") record Quit() implements Event {}
  }
}
