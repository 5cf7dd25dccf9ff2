@Topology
interface Shop {
  @Producer("as") void a(String a);
  @Consumer("bs") String next();

  @SuppressWarnings("rawtypes")
  default void merge(
      @Consumer("as") Receiver as,
      @Producer("bs") Sender<?> bs,
      Receiver cs) {}
      //E [Unbound] merge has two Receiver parameters and one @Consumer. Annotate each parameter with its channel.
}
