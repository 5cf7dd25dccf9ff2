@Topology
@Buffer(channel = "words", size = 8)
@Buffer(channel = "lines", size = 8)
interface Press {
  sealed interface Event {
    @Case("lines") record Line(String text) implements Event {}
    @Case("quit") record Quit() implements Event {}
  }
  @Producer("lines") void add(String line);
  @Producer("quit") void quit();
  @Close("quit") void finish();
  // It may close its words when it is asked to quit: then count ends, and merge.
  @Select default void split(Event event, @Producer("words") Sender<String> words) {}
  @Consumer("words") @Producer("counts") default int count(Receiver<String> words) { return 0; }
  @Consumer("counts") int counted();
}
//// demo/Loop.java
@Topology
@Buffer(channel = "words", size = 8)
interface Loop {
  sealed interface Event {
    @Case("lines") record Line(String text) implements Event {}
    @Case("quit") record Quit() implements Event {}
  }
  @Producer("lines") void add(String line);
  @Close("lines") void finish();
  @Producer("quit") void quit();
  @Select default void split(Event event, @Producer("words") Sender<String> words) {}
  @Consumer("words") @Producer("lines")
  default Optional<String> merge(String word) { return Optional.empty(); }
}
