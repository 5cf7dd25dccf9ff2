@Topology
interface Shop {
  @Producer("lines") void add(String line);
  @Close("lines") boolean finish();
  //E [CloseShape] finish() cannot close a channel. A @Close method is abstract and void, without parameters.
  @Consumer("lines") String next();
}
