@Topology
interface Board {
  @Producer("ticks") void tick(String at);
  @Producer("quit") void quit();
  @Consumer("ticks") default void also(String at) {}
  @Consumer("quit") void quitting();
  //W [AlsoConsumed] on(Event) and quitting() both take from "quit", so each value reaches one of them only. Add @Broadcast("quit") if both need every value, or remove one of the two.
  @Producer("loops") void start(String at);
  sealed interface Event {
  //E ecj [Event.Tick] [Shared] also(String) and on(Event) both consume "ticks", so each value would reach only one of them. Add @Broadcast("ticks") if both need every value, or make them one stage with @Workers.
    @Case("ticks") record Tick(String at) implements Event {}
    //E javac [Shared] also(String) and on(Event) both consume "ticks", so each value would reach only one of them. Add @Broadcast("ticks") if both need every value, or make them one stage with @Workers.
    @Case("quit") record Quit() implements Event {}
    @Case("loops") record Loop(String at) implements Event {}
  }
  @Select @Producer("loops") default String on(Event event) { return ""; }
  //E [SelfLoop] on(Event) sends to the channel it receives from. "loops" has no buffer and on(Event) is its only receiver, so the first send waits for itself. Give "loops" a buffer, or put new values on another channel.
}
