@Topology
@Buffer(channel = "jobs", size = 16)
interface Shop {
  @Producer("jobs") void submit(String job);
  @Close("jobs") void finish();
  @Consumer("jobs") @Producer("jobs") default String work(Receiver<String> jobs) { return ""; }
  //E [SelfLoop] work(Receiver<String>) sends to the channel it receives from, and "jobs" is closed only when work(Receiver<String>) has ended, so it waits for itself. Put the result on another channel.
}
