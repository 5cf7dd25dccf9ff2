@Topology
interface Shop {
  @Producer("lines") void add(String line);
  @Close("results") void finish();
  //E [UnknownClose] There is no channel "results" to close. Name one that ports send to.
  @Consumer("lines") String next();
}
