@Topology
interface Case {
  @Producer("as") void a(String a);
  @Consumer("bs") String next();

  @Consumer("as")
  default void pass(Receiver<String> as, @Producer("bs") Sender<String> bs) {}
  //E [MixedAnnotations] pass(Receiver<String>, Sender<String>) has @Consumer, and its parameters name channels as well. Annotate either the method or each parameter.

  @Producer("cs") void c(@Producer("cs") String c);
  //E [MixedAnnotations] c(String) has @Producer, and its parameters name channels as well. Annotate either the method or each parameter.
  @Consumer("cs") String nextC();
}
