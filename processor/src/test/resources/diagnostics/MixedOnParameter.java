@Topology
interface Case {
  @Producer("as") void a(String a);
  @Consumer("bs") String next();

  default void pass(
      @Consumer("as") @Producer("bs") Receiver<String> as) {}
      //E [MixedAnnotations] as of pass(Receiver<String>) has @Producer and @Consumer, but is one end only. Keep one of them.
}
