@Topology(stages = Board.Room.class)
interface Board {
  @Producer("ticks") void tick(String at);
  @Producer("quit") void quit();
  @Producer("bells") void ring();
  @Consumer("done") String done();
  sealed interface Event {
  //E ecj [Event.Pause] [ArmWithoutCase] on(Event) can never get Pause: it has no @Case. Annotate it or take it out of Event.
  //E ecj [Event.Quit] [UnknownGuard] Room has no method isCalm() that could guard Quit. Add one that returns boolean.
    @Case("ticks") record Tick(String at) implements Event {}
    @Case(value = "quit", when = "isCalm") record Quit() implements Event {}
    //E javac [UnknownGuard] Room has no method isCalm() that could guard Quit. Add one that returns boolean.
    record Pause() implements Event {}
    //E javac [ArmWithoutCase] on(Event) can never get Pause: it has no @Case. Annotate it or take it out of Event.
  }
  sealed interface Spin {
    @Case("bells") record Bell() implements Spin {}
    @Otherwise record Idle() implements Spin {}
  }
  class Room {
    @Workers(2)
    //W [SelectWorkers] on(Event) with 2 workers is called by several threads at once, so the fields of Room need a lock. Use 1 worker.
    @Select @Producer("done") String on(Event event) { return ""; }
    @Select void spin(Spin spin) {}
    //W [OtherwiseSpins] spin(Spin) runs again and again, and @Otherwise means it never waits. Remove @Otherwise, or wait with after = "...", which names a method that returns a Duration.
  }
}
