@Topology
interface Clock {
  @Producer("ticks") void tick(long at);
  @Close("ticks") void halt();
  @Consumer("beats") void awaitBeat();
  @Select Event<Long> now();
  sealed interface Event<V> {
    //E ecj [Event.NoMore] [ArmShape] now() can never return NoMore: it implements Event<Integer>, not Event<Long>. Change its type arguments, or take it out of Event.
    //E ecj [Event.Beaten] [ArmShape] now() can never return Beaten: it implements Event<Integer>, not Event<Long>. Change its type arguments, or take it out of Event.
    //E ecj [Event.None] [ArmShape] now() can never return None: it implements Event<String>, not Event<Long>. Change its type arguments, or take it out of Event.
    @Case("ticks") record Tick(Long at) implements Event<Long> {}
    @Case(value = "ticks", closed = true) record NoMore() implements Event<Integer> {}
    //E javac [ArmShape] now() can never return NoMore: it implements Event<Integer>, not Event<Long>. Change its type arguments, or take it out of Event.
    @Producer("beats") record Beaten() implements Event<Integer> {}
    //E javac [ArmShape] now() can never return Beaten: it implements Event<Integer>, not Event<Long>. Change its type arguments, or take it out of Event.
    @Otherwise record None() implements Event<String> {}
    //E javac [ArmShape] now() can never return None: it implements Event<String>, not Event<Long>. Change its type arguments, or take it out of Event.
  }
}
