@Topology
interface Board {
  @Producer("ticks") void tick(String at);
  @Producer("quit") void quit();
  @Consumer("ticks") default void also(String at) {}
  @Consumer("quit") void quitting();
  //W [AlsoConsumed] on(Event) and quitting() both take from "quit", so each value reaches one of them only. Remove one of the two, or give each a channel of its own.
  @Producer("loops") void start(String at);
  sealed interface Event {
  //E ecj [Event.Tick] [Shared] also(String) and on(Event) both consume "ticks", so each value would reach only one of them. Make them one stage with @Workers, or give each a channel of its own.
    @Case("ticks") record Tick(String at) implements Event {}
    //E javac [Shared] also(String) and on(Event) both consume "ticks", so each value would reach only one of them. Make them one stage with @Workers, or give each a channel of its own.
    @Case("quit") record Quit() implements Event {}
    @Case("loops") record Loop(String at) implements Event {}
  }
  @Select @Producer("loops") default String on(Event event) { return ""; }
  //E [SelfLoop] on(Event) sends to the channel it receives from. "loops" has no buffer and on(Event) is its only receiver, so the first send waits for itself. Give "loops" a buffer, or put new values on another channel.
}
