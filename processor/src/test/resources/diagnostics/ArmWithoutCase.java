@Topology
interface Board {
  @Producer("ticks") void tick(String at);
  @Producer("quit") void quit();
  @Producer("pause") void pause();
  @Select Event next();
  sealed interface Event {
    //E ecj [Event.Paused] [ArmWithoutCase] next() can never return Paused: it has no @Case. Annotate it or take it out of Event.
    @Case("ticks") record Tick(String at) implements Event {}
    @Case("quit") record Quit() implements Event {}
    record Paused() implements Event {}
    //E javac [ArmWithoutCase] next() can never return Paused: it has no @Case. Annotate it or take it out of Event.
  }
}
