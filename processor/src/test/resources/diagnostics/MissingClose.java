@Topology
interface Shop {
  @Producer("lines") void add(String line);
  @Consumer("lines") @Producer("words") default Stream<String> split(String line) { return Stream.of(line); }
  @Consumer("words") @Producer("counts") default int count(Receiver<String> words) { return 0; }
  //W [MissingClose] count(Receiver<String>) returns only when "words" is closed, but add(String) can always send more "lines". Add a method @Close("lines") void finish().
  @Consumer("counts") int result();
}
