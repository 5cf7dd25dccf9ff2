@Topology
interface Shop {
  @Producer("jobs") void submit(String job);
  @Consumer("jobs") @Producer("jobs") default String work(String job) { return job; }
  //E [SelfLoop] work(String) sends to the channel it receives from. "jobs" has no buffer and work(String) is its only receiver, so the first send waits for itself. Give "jobs" a buffer, or put new values on another channel.
}
