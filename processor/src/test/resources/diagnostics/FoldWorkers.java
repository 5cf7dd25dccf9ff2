@Topology
interface Shop {
  @Producer("jobs") void submit(String job);
  @Close("jobs") void finish();
  @Consumer("counts") int count();
  @Workers(4) @Consumer("jobs") @Producer("counts") default int count(Receiver<String> jobs) { return 0; }
  //E [FoldWorkers] count(Receiver<String>) is called once for the whole channel, so 4 workers would each see a part. Remove @Workers, or take one String at a time.
}
