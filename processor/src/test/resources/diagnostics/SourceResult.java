@Topology
interface Shop {
  @Producer("jobs") default int read(Sender<String> out) { return 1; }
  //E [StageShape] read(Sender<String>) returns int, but a source that takes a Sender sends by itself. Return void.
  @Consumer("jobs") String next();
}
