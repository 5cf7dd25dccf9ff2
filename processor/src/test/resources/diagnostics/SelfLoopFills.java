@Topology
@Buffer(channel = "jobs", size = 16)
interface Shop {
  @Producer("jobs") void submit(String job);
  @Workers(4) @Consumer("jobs") @Producer("jobs") default Stream<String> work(String job) { return Stream.of(); }
  //W [SelfLoop] work(String) sends to the channel it receives from. Once "jobs" is full and every worker sends, all of them wait. Put new values on another channel, or make sure that they become fewer.
}
