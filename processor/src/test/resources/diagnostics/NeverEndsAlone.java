@Topology
@Buffer(channel = "jobs", size = 16)
@SuppressWarnings("millrace:SelfLoop")
interface Shop {
//W [NeverEnds] Closing "jobs" cannot end work: it waits for "jobs" to close, which it sends to itself. Only close() stops it.
  @Producer("jobs") void submit(String job);
  @Close("jobs") void finish();
  @Consumer("jobs") @Producer("jobs") default Stream<String> work(String job) { return Stream.of(); }
}
