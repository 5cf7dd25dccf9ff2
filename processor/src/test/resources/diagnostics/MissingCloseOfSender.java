@Topology
interface Shop {
  @Producer("lines") void add(String line);
  @Producer("lines") Sender<String> lines();
  @Consumer("lines") @Producer("counts") default long count(Receiver<String> lines) { return 0; }
  @Consumer("counts") long counted();
}
