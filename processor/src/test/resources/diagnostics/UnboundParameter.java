@Topology
interface Case {
  @Producer("as") void a(String a);
  @Producer("bs") void b(String b);
  @Consumer("cs") String next();

  default void merge(
      @Consumer("as") Receiver<String> as,
      Receiver<String> bs,
      //E [Unbound] merge has two Receiver parameters and one @Consumer. Annotate each parameter with its channel.
      Sender<String> cs) {}
      //E [Unbound] merge has one Sender parameter and no @Producer. Annotate each parameter with its channel.
}
