@Topology
interface Clock {
//E ecj [Clock.Tick] [ArmShape] next() can never return Tick: it does not implement Event. Write implements Event, or take it out of permits.
//E ecj [Clock.None] [ArmShape] next() can never return None: it does not implement Event. Write implements Event, or take it out of permits.
  @Producer("ticks") void tick(String at);
  @Producer("stops") void halt();
  @Select Event next();
  sealed interface Event permits Tick, Stop, None {}
  //E ecj Permitted type Tick does not declare demo.Clock.Event as direct super interface
  //E ecj Permitted type None does not declare demo.Clock.Event as direct super interface
  @Case("ticks") record Tick(String at) {}
  //E javac [ArmShape] next() can never return Tick: it does not implement Event. Write implements Event, or take it out of permits.
  @Case("stops") record Stop() implements Event {}
  @Otherwise record None() {}
  //E javac [ArmShape] next() can never return None: it does not implement Event. Write implements Event, or take it out of permits.
}
