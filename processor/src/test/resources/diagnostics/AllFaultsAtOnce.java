@Topology
@Buffer(channel = "jobs", size = -1)
//E [BadSize] Buffer of "jobs" is -1. Use 0 (no buffer) or more.
interface Board {
  @Producer("jobs") void submit(String job) throws IOException;
  //E [CannotThrow] submit(String) declares IOException, which sending never throws. Remove it.
  @Workers(0) @Consumer("jobs") @Producer("results") default Integer work(String job) { return 1; }
  //E [NoWorkers] work(String) has 0 workers, so nothing would ever receive from "jobs". Use 1 or more.
  @Consumer("results") Long result();
  //E [TypeMismatch] Channel "results" is sent int by work(String) but result() takes long. Channels do not widen numbers. Use long in both.
  @Producer("audit") void log(String line);
  //E [NoConsumer] Nothing receives from "audit", so log(String) would wait for ever. Add a @Consumer("audit") method.
  void reset();
  //E [Unimplemented] reset() is abstract and has no channel annotation, so nothing can implement it. Annotate it or give it a body.
}
