@Topology
interface Shop {
  @Producer("jobs") void submit(String job);
  @Consumer("jobs") default int work(String job) { return 1; }
  //E [ReplyDropped] work(String) returns int, but nothing receives it. Add @Producer("..."), or return void.
}
