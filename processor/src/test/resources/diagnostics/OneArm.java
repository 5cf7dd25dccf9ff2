@Topology
interface Board {
  @Producer("ticks") void tick(String at);
  @Select Event next();
  //W [OneArm] next() waits for one channel only. Use @Consumer("ticks").
  sealed interface Event {
    @Case("ticks") record Tick(String at) implements Event {}
  }
}
