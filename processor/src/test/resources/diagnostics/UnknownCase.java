@Topology
interface Board {
  @Producer("quit") void quit();
  @Producer("stop") void stopIt();
  @Select Event next();
  sealed interface Event {
    //E ecj [Event.Tick] [UnknownCase] Nothing sends to "ticks". Add a @Producer("ticks") method.
    @Case("ticks") record Tick(String at) implements Event {}
    //E javac [UnknownCase] Nothing sends to "ticks". Add a @Producer("ticks") method.
    @Case("quit") record Quit() implements Event {}
    @Case("stop") record Stop() implements Event {}
  }
}
