final class Outer {
  @Topology(stages = Work.class)
  //E [StageHidden] Work is not visible from package demo. Make it and its stage methods package-private or public.
  interface Shop {
    @Producer("jobs") void submit(String job);
  }
  private static final class Work {
    @Consumer("jobs") void work(String job) {}
  }
}
