@Topology
interface Clock {
  @Producer("ticks") void tick(long at);
  @Producer("stops") void halt();
  @Select Event<Long> now();
  @Select Event<String> next();
  sealed interface Event<V> {
    //E ecj [Event.Tick] [ArmShape] next() can never return Tick: it implements Event<Long>, not Event<String>. Change its type arguments, or take it out of Event.
    @Case("ticks") record Tick(Long at) implements Event<Long> {}
    //E javac [ArmShape] next() can never return Tick: it implements Event<Long>, not Event<String>. Change its type arguments, or take it out of Event.
    @Case("stops") record Stop<V>() implements Event<V> {}
  }
}
