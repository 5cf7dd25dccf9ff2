@Topology
interface Case {
  @Producer("as") void a(String a);
  @Consumer("bs") String next();

  @Consumer("as") @Producer("bs")
  default void pass(Receiver<String> as, Sender<String> bs) {}
  //E [Unbound] pass(Receiver<String>, Sender<String>) takes a Receiver and a Sender, but its annotations stand on the method. Annotate each parameter with its channel.

  @Producer("cs")
  default void copy(Sender<String> one, Sender<String> other) {}
  //E [Unbound] copy has two Sender parameters and one @Producer. Annotate each parameter with its channel.

  @Consumer("cs") String nextCopy();
}
