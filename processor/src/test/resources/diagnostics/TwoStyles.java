@Topology
interface Board {
  sealed interface Event {
    @Case("ticks") record Tick(String at) implements Event {}
    @Case("quit") record Quit() implements Event {}
  }
  @Producer("ticks") void tick(String at);
  @Producer("quit") void quit();
  @Select Event next(@Case("ticks") Handler<String> onTick, @Case("quit") Runnable onQuit);
  //E [TwoStyles] next(Handler<String>, Runnable) has arms in Event and in its parameters. Keep one.
  @Select boolean take(@Case("ticks") Handler<String> onTick, @Case("quit") Runnable onQuit);
  //E [TwoStyles] take(Handler<String>, Runnable) has arms in boolean and in its parameters. Keep one.
}
