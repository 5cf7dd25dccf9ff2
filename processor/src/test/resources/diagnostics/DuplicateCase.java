@Topology
interface Board {
  @Producer("ticks") void tick(String at);
  @Producer("quit") void quit();
  @Select Event next();
  @Select Optional<Event> nextOrEnd();
  sealed interface Event {
    //E ecj [Event.Tock] [DuplicateCase] Tick and Tock both stand for "ticks". Keep one.
    @Case("ticks") record Tick(String at) implements Event {}
    @Case("ticks") record Tock(String at) implements Event {}
    //E javac [DuplicateCase] Tick and Tock both stand for "ticks". Keep one.
    @Case("quit") record Quit() implements Event {}
  }
}
