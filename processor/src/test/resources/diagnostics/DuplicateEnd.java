@Topology
interface Case {
  @Producer("as") void a(String a);
  @Consumer("bs") String next();

  default void pass(
      @Consumer("as") Receiver<String> as,
      @Consumer("as") Receiver<String> again,
      //E [DuplicateEnd] as and again of pass(Receiver<String>, Receiver<String>, Sender<String>, Sender<String>) are both the receive end of "as". Keep one.
      @Producer("bs") Sender<String> bs,
      @Producer("bs") Sender<String> more) {}
      //E [DuplicateEnd] bs and more of pass(Receiver<String>, Receiver<String>, Sender<String>, Sender<String>) are both the send end of "bs". Keep one.
}
