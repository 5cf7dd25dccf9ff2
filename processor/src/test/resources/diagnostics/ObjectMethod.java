@Topology
interface Shop {
  @Producer("jobs") void submit(String job);
  @Consumer("jobs") String toString();
  //E [ObjectMethod] toString() comes from Object and cannot be a port.
}
