@Topology
interface Board {
  @Producer("ticks") void tick(String at);
  @Producer("jobs") void submit(String job);
  @Select Event next() throws InterruptedException;
  //W [NeverWaits] next() declares InterruptedException but never waits. Remove it.
  @Select Event next(java.time.Duration patience) throws InterruptedException;
  @Select Guarded guarded();
  sealed interface Event {
    @Case("ticks") record Tick(String at) implements Event {}
    @Otherwise record Nothing() implements Event {}
  }
  sealed interface Guarded {
    @Case(value = "jobs", when = "ready") record Job(String job) implements Guarded {}
  }
  default boolean ready() { return true; }
  @Select Nothing nothing();
  //E [SelectShape] nothing() has no arms. Return a sealed interface whose records have @Case, or take handlers annotated with @Case.
  sealed interface Nothing {
    @Otherwise record Never() implements Nothing {}
  }
}
