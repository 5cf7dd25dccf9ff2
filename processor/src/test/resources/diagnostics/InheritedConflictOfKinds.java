@Topology
interface Shop extends Left, Right {
//E [InheritedConflict] put() is inherited from Left and from Right with different annotations. Override put() here and say which.
  @Consumer("a") void nextA();
}
interface Left {
  @Producer("a") void put();
}
interface Right {
  @Close("a") void put();
}
