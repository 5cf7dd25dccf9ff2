@Topology
interface Board {
  @Producer("ticks") void tick(String at);
  @Producer("quit") void quit();
  @Select Event next();
  sealed interface Event {
    @Case("ticks") final class Tick implements Event {}
    //E [ArmShape] Tick is not a record, so next() could not create it. Make it one.
    @Case("quit") record Quit() implements Event {}
  }
}
