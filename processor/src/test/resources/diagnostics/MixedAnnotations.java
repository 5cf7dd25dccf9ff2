@Topology
interface Shop {
  @Producer("lines") void add(String line);
  @Close("lines") @Producer("lines") void finish();
  //E [MixedAnnotations] finish() has @Close and @Producer, but does one thing only. Keep one of them.
  @Consumer("lines") String next();
}
