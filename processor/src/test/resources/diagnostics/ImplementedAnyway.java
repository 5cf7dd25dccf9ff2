@Topology
interface Shop extends AutoCloseable {
  @Producer("a") void put(String value);
  @Consumer("a") String next();
  @Override void close();
  @Override String toString();
  default int helper() { return 1; }
}
