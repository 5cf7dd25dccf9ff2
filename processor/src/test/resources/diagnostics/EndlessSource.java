@Topology
interface Shop {
  @Producer("lines") default String read() { return ""; }
  //E [EndlessSource] read() would be called for ever. Return Stream<String>, or take a Sender<String> and return when done.
  @Producer("numbers") default int count() { return 1; }
  //E [EndlessSource] count() would be called for ever. Return Stream<Integer>, or take a Sender<Integer> and return when done.
  @Consumer("lines") String next();
  @Consumer("numbers") int nextNumber();
}
