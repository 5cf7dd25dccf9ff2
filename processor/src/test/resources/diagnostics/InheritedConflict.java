@Topology
interface Shop extends Left, Right {
//E [InheritedConflict] put(String) is inherited from Left with channel "a" and from Right with channel "b". Override put(String) here and say which.
  @Consumer("a") String nextA();
  @Producer("b") boolean offerB(String value);
  @Consumer("b") String nextB();
}
interface Left {
  @Producer("a") void put(String value);
}
interface Right {
  @Producer("b") void put(String value);
}
