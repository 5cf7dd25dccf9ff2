@Topology
interface Case {
  @Producer("as") void a(int a);

  default int sum(@Consumer("as") Receiver<Integer> as) { return 0; }
  //E [StageShape] sum(Receiver<Integer>) returns int, but a stage whose parameters are the ends of its channels sends by itself. Return void, and take a Sender<Integer>.
}
