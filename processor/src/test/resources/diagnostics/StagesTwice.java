@Topology(stages = {Work.class, Work.class})
//E [StagesTwice] Work is in stages twice, so each of its stages would run twice. Remove one.
interface Shop {
  @Producer("jobs") void submit(String job);
}
final class Work {
  @Consumer("jobs") void work(String job) {}
}
