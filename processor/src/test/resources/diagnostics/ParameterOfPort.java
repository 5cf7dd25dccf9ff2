@Topology
interface Case {
  @Producer("as") void a(String a);
  @Consumer("bs") String next();

  void pass(@Consumer("as") Receiver<String> as, @Producer("bs") Sender<String> bs);
  //E [Unbound] pass(Receiver<String>, Sender<String>) takes ends of channels, but has no body to run. Give it one (default), move it to a class in @Topology(stages = ...), or annotate the method to make it a port.
}
