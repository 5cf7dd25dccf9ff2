@Topology
interface Shop {
  @Producer("jobs") void submit(int... jobs);
  //E [VarArgs] submit(int...) would send an array. Take one int, or return a Stream<Integer> from a source.
  @Consumer("jobs") int[] next();
}
