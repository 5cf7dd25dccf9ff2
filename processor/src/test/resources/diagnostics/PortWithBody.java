@Topology
interface Shop {
  @Producer("jobs") default void submit(String job) {}
  //E [PortWithBody] submit(String) sends to "jobs" and has a body. Remove the body to make it a port, or take a Sender<String> to make it a source.
  @Consumer("jobs") String next();
}
