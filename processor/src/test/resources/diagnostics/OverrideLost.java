@Topology
interface Shop extends Base {
  @Override default void pass(Receiver<String> in, Sender<String> out) {}
  //W [OverrideLost] pass(Receiver<String>, Sender<String>) overrides a stage of Base but has no annotation, so nothing runs it. Repeat the annotations of its parameters, or rename it.
  @Consumer("jobs") String next();
  @Override default String on(Event event, Sender<String> logs) { return ""; }
  //W [OverrideLost] on(Event, Sender<String>) overrides a stage of Base but has no annotation, so nothing runs it. Repeat @Select, @Producer("done") and the annotations of its parameters, or rename it.
  @Override default void work(String job) {}
  //W [OverrideLost] work(String) overrides a stage of Base but has no annotation, so nothing runs it. Repeat @Workers(4) and @Consumer("jobs"), or rename it.
}
interface Base {
  default void pass(@Consumer("lines") Receiver<String> in, @Producer("words") Sender<String> out) {}
  sealed interface Event {
    @Case("ticks") record Tick() implements Event {}
    @Case("quit") record Quit() implements Event {}
  }
  @Select @Producer("done")
  default String on(Event event, @Producer("logs") Sender<String> logs) { return ""; }
  @Producer("jobs") void submit(String job);
  @Workers(4) @Consumer("jobs") default void work(String job) {}
}
