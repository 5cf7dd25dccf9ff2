@Topology
interface Case {
  @Producer("as") void a(String a);

  default void pass(
      @Consumer("as") Receiver<String> as,
      int often) {}
      //E [Unbound] often of pass(Receiver<String>, int) is no end of a channel, and nobody else calls a stage. Remove it, or annotate a Receiver or a Sender.
}
