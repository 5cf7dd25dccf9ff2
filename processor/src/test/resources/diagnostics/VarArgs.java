@Topology
interface Shop {
  @Producer("jobs") void submit(String... jobs);
  //E [VarArgs] submit(String...) would send an array. Take one String, or return a Stream<String> from a source.
  @Consumer("jobs") String[] next();
}
