@Topology
interface Shop {
  @Producer("lines") void add(String line);
  @Consumer("lines") String next(int count);
  //E [ConsumerShape] next(int) takes a parameter. A @Consumer port takes none, or a Duration to wait at most.
}
