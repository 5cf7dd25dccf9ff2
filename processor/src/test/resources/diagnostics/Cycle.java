@Topology
interface Shop {
//W [Cycle] split -> "words" -> merge -> "lines" -> split is a loop without any buffer. Once every stage holds a value, all of them wait. Buffer one of "words", "lines".
  @Producer("lines") void add(String line);
  @Consumer("words") @Producer("lines") default Optional<String> merge(String word) { return Optional.empty(); }
  @Consumer("lines") @Producer("words") default Stream<String> split(String line) { return Stream.of(line); }
}
