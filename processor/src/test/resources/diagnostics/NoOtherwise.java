@Topology
interface Board {
  @Producer("ticks") void tick(String at);
  @Producer("quit") void quit();
  @Select Event next(java.time.Duration patience);
  //E [NoOtherwise] next(Duration) can time out, but Event has no @Otherwise record for that.
  sealed interface Event {
    @Case("ticks") record Tick(String at) implements Event {}
    @Case("quit") record Quit() implements Event {}
  }
}
