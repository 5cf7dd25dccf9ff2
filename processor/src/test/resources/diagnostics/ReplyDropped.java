@Topology
interface Shop {
  @Producer("jobs") void submit(String job);
  @Consumer("jobs") default int work(String job) { return 1; }
  //E [ReplyDropped] work(String) returns int, but nothing receives it. Add @Producer("..."), return void, or use @Request("jobs") on the port to get the reply.
  @Producer("lines") void add(String line);
  @Close("lines") void finish();
  @Consumer("lines") default int count(Receiver<String> lines) { return 1; }
  //E [ReplyDropped] count(Receiver<String>) returns int, but nothing receives it. Add @Producer("..."), or return void.
}
