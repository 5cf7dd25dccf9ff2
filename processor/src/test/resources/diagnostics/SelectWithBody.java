@Topology
interface Board {
  @Producer("ticks") void tick(String at);
  @Producer("quit") void quit();
  @Select Event next();
  @Select default void on(Event event) {}
  //E [SelectShape] on(Event) has a body, but a select is a port, which is implemented for you. Remove the body.
  sealed interface Event {
    @Case("ticks") record Tick(String at) implements Event {}
    @Case("quit") record Quit() implements Event {}
  }
}
