@Topology
@Buffer(channel = "kept", size = 8)
@Broadcast({"jobs", "kept"})
interface Shop {
  @Producer("jobs") void submit(String job);
  @Consumer("jobs") @Producer("jobs") default String work(String job) { return job; }
  //E [SelfLoop] work(String) sends to the channel it receives from. "jobs" has no buffer, so each send waits until every consumer has taken the value, and work(String) would wait for itself. Give "jobs" a buffer, or put new values on another channel.
  @Consumer("jobs") default void log(String job) {}

  @Producer("kept") void keep(String job);
  @Consumer("kept") @Producer("kept") default String again(String job) { return job; }
  //W [SelfLoop] again(String) sends to the channel it receives from. Once "kept" is full and every worker sends, all of them wait. Put new values on another channel, or make sure that they become fewer.
  @Consumer("kept") default void logKept(String job) {}
}
