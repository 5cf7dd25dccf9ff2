@Topology(stages = Stages.class)
interface Board {
  @Producer("ticks") void tick(String at);
  @Consumer("ticks") String next();
  sealed interface Ring {
    @Case("bells") record Bell() implements Ring {}
    @Case("quit") record Quit() implements Ring {}
  }
  sealed interface Call permits Ringing, Calling {}
  @Case("bells") record Ringing() implements Call {}
  @Case("quit") record Calling() implements Call {}
}
@Buffer(channel = "jobs", size = 8)
@Broadcast("jobs")
interface Stages {
  @Consumer("jobs") default void work(String job) {}
  @Producer("jobs") default Stream<String> jobs() { return Stream.of(); }
}
@Topology
interface Other extends Stages {
  @Producer("bells") void ring();
  @Producer("quit") void quit();
  @Select Board.Ring next();
  @Select Board.Call call();
  @Consumer("jobs") default void log(String job) {}
}
