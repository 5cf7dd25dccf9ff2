@Topology
interface Shop {
  @Producer("lines") void add(String line);
  @Close("line") void finish();
  //E [UnknownClose] There is no channel "line" to close. Did you mean "lines"?
  @Consumer("lines") String next();
}
