@Topology
interface Board {
  @Producer("ticks") void tick(String at);
  @Select Event next();
  sealed interface Event {
  //E ecj [Event.End] [ArmShape] End tells the end of a channel, which has no value. Remove its components.
  //E ecj [Event.Nothing] [ArmShape] Nothing says that no arm was ready, which has no value. Remove its components.
    @Case("ticks") record Tick(String at) implements Event {}
    @Case(value = "ticks", closed = true) record End(Throwable cause) implements Event {}
    //E javac [ArmShape] End tells the end of a channel, which has no value. Remove its components.
    @Otherwise record Nothing(String why) implements Event {}
    //E javac [ArmShape] Nothing says that no arm was ready, which has no value. Remove its components.
  }
}
