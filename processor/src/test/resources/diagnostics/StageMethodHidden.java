@Topology(stages = other.Work.class)
interface Shop {
//E [Work.work(String)] [StageHidden] work(String) is not visible from package demo. Make it public.
  @Producer("jobs") void submit(String job);
}
//// other/Work.java
public class Work {
  @Consumer("jobs") protected void work(String job) {}
}
