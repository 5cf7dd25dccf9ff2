@Topology
@Buffer(channel = "again", size = Buffer.UNLIMITED)
interface Desk {
  sealed interface Event {
    @Case("again") record Again(int job) implements Event {}
    @Case("jobs") record Job(int job) implements Event {}
  }
  sealed interface JobsFirst {
    @Case("jobs") record Job(int job) implements JobsFirst {}
    @Case("again") record Again(int job) implements JobsFirst {}
  }
  sealed interface Guarded {
    @Case(value = "again", when = "mayRepeat") record Again(int job) implements Guarded {}
    @Case("jobs") record Job(int job) implements Guarded {}
  }
  @Producer("jobs") void submit(int job);
  @Select(priority = true) @Producer("again") default int work(Event event) { return 0; }
  //W [SelfLoop] work(Event) sends a value to "again" for each that it receives, and receives from there before it does from "jobs". Once there is a value in "again", there always is, so it never receives from "jobs". Let the arm of "jobs" go first, or remove priority.
}
@Topology
@Buffer(channel = "again", size = Buffer.UNLIMITED)
interface FairDesk {
  @Producer("jobs") void submit(int job);
  @Select @Producer("again") default int work(Desk.Event event) { return 0; }
}
@Topology
@Buffer(channel = "again", size = Buffer.UNLIMITED)
interface GenerousDesk {
  @Producer("jobs") void submit(int job);
  @Select(priority = true) @Producer("again") default Optional<Integer> work(Desk.Event event) { return Optional.empty(); }
}
@Topology
@Buffer(channel = "again", size = Buffer.UNLIMITED)
interface PoliteDesk {
  @Producer("jobs") void submit(int job);
  @Select(priority = true) @Producer("again") default int work(Desk.JobsFirst event) { return 0; }
}
@Topology
@Buffer(channel = "again", size = Buffer.UNLIMITED)
interface GuardedDesk {
  @Producer("jobs") void submit(int job);
  @Select(priority = true) @Producer("again") default int work(Desk.Guarded event) { return 0; }
  default boolean mayRepeat() { return true; }
}
@Topology
@Buffer(channel = "again", size = Buffer.UNLIMITED)
interface SharedDesk {
  // While one worker has the only value in hand, the other one finds a job.
  @Producer("jobs") void submit(int job);
  @Select(priority = true) @Producer("again") @Workers(2) default int work(Desk.Event event) { return 0; }
  //W [SelectWorkers] work(Event) with 2 workers is called by several threads at once, so the fields of SharedDesk need a lock. Use 1 worker.
}
