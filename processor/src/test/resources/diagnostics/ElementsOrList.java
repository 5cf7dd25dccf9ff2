@Topology
interface Words {
  @Producer("lines") void add(String line);
  @Consumer("lines") @Producer("words") default List<String> split(String line) { return List.of(line); }
  @Consumer("words") default void count(String word) {}
  //E [TypeMismatch] split(String) sends List<String> to "words", but count(String) takes String. Return Stream<String> to send the values one by one.
}
