@Topology
interface Board<K> {
  @Producer("ticks") void tick(List<String> at);
  @Producer("tocks") void tock(List<String> at);
  @Producer("maps") void map(Map<K, Set<K>[]> map);
  @Producer("counts") void count(int count);
  @Select Event<List<String>> next();
  @Select(priority = true) Pair<Set<K>[], ? extends Number> pair();
  sealed interface Event<V> {
    @Case("ticks") record Tick<X>(X at) implements Event<X> {}
    @Case("tocks") record Tock<Y>(List<Y> at) implements Event<List<Y>> {}
  }
  sealed interface Pair<A, B> {
    @Case("maps") record Mapped<K>(Map<K, Set<K>[]> map) implements Pair<Set<K>[], Integer> {}
    @Case("counts") record Counted<V>(Integer count) implements Pair<V, Integer> {}
  }
}
