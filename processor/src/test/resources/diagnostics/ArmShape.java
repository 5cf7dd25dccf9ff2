@Topology
interface Board {
  @Producer("ticks") void tick(String at);
  @Producer("quit") void quit();
  @Select Event next();
  sealed interface Event {
    //E ecj [Event.Tick] [ArmShape] Tick has 2 components. An arm has the value of "ticks" as its only component, or is that value's type itself.
    @Case("ticks") record Tick(String at, int count) implements Event {}
    //E javac [ArmShape] Tick has 2 components. An arm has the value of "ticks" as its only component, or is that value's type itself.
    @Case("quit") record Quit() implements Event {}
  }
}
