@Topology
interface Board {
  @Producer("ticks") void tick(List<String> at);
  @Producer("tocks") void tock(String at);
  @Producer("counts") void count(int count);
  @Select Event<List<String>> next();
  sealed interface Event<V> {
    //E ecj [Event.Tock] [ArmShape] Nothing says what Z stands for in Tock: next() returns Event<List<String>>, and Tock implements Event<Y>. Let Tock pass Z on, or name a type instead.
    //E ecj [Event.Count] [ArmShape] next() can never return Count: it implements Event<Integer>, not Event<List<String>>. Change its type arguments, or take it out of Event.
    @Case("ticks") record Tick<X>(List<X> at) implements Event<List<X>> {}
    @Case("tocks") record Tock<Y, Z>(Z at) implements Event<Y> {}
    //E javac [ArmShape] Nothing says what Z stands for in Tock: next() returns Event<List<String>>, and Tock implements Event<Y>. Let Tock pass Z on, or name a type instead.
    @Case("counts") record Count(Integer count) implements Event<Integer> {}
    //E javac [ArmShape] next() can never return Count: it implements Event<Integer>, not Event<List<String>>. Change its type arguments, or take it out of Event.
  }
}
