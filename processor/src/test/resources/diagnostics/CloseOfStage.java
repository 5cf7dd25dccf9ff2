@Topology
interface Shop {
  @Producer("lines") default Stream<String> read() { return Stream.of(); }
  @Close("lines") void finish();
  //E [CloseOfStage] "lines" is produced by read(), which closes it when it ends. Remove it from @Close.
  @Consumer("lines") String next();
}
