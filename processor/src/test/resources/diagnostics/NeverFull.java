@Topology
@Buffer(channel = "jobs", size = 16, overflow = Overflow.DROP_OLDEST)
@Buffer(channel = "tasks", size = Buffer.UNLIMITED)
@Buffer(channel = "lost", size = 1, overflow = Overflow.LATEST)
interface Shop {
  @Producer("jobs") void submit(String job);
  @Consumer("jobs") @Producer("jobs") default Stream<String> work(String job) { return Stream.of(); }
  @Producer("tasks") void add(String task);
  @Consumer("tasks") @Producer("tasks") default Stream<String> split(String task) { return Stream.of(); }
  @Producer("lost") void lose(String value);
  //E [NoConsumer] Nothing receives from "lost", so what lose(String) sends would never arrive. Add a @Consumer("lost") method.
}
