@Topology
interface Shop {
  @Producer("numbers") default IntStream count() { return IntStream.empty(); }
  //E [EndlessSource] count() would be called for ever. Return Stream<Integer>, or take a Sender<Integer> and return when done.
  @Producer("lines") default Optional<String> read() { return Optional.empty(); }
  //E [EndlessSource] read() would be called for ever. Return Stream<String>, or take a Sender<String> and return when done.
  @Producer("words") default Iterator<String> words() { return List.of("").iterator(); }
  //E [EndlessSource] words() would be called for ever. Return Stream<String>, or take a Sender<String> and return when done.
  @Consumer("lines") String next();
  @Consumer("words") String word();
  @Consumer("numbers") int nextNumber();
}
