@Topology
interface Shop {
  @Producer("lines") void add(String line);
  @Consumer("lines") @Producer("words") default Stream<String> split(String line) { return Stream.of(line); }
  @Close("words") void finish();
  //E [CloseOfStage] "words" is produced by split(String), which closes it when it ends. Close "lines" instead, which feeds split(String).
  @Consumer("words") String next();
}
