@Topology
interface Shop extends Left, Right {
  @Producer("jobs") void submit(String job);
}
interface Left {
  @Consumer("jobs") Object next() throws InterruptedException;
}
interface Right {
  @Consumer("jobs") String next();
}
