final class Outer {
  private static final class Inner {
    static final class Work {
      @Consumer("jobs") void work(String job) {}
    }
  }
  @Topology(stages = Inner.Work.class)
  //E [StageHidden] Work is not visible from package demo. Make Inner package-private or public.
  interface Desk {
    @Producer("jobs") void submit(String job);
  }
}
//// Hall.java
final class Hall {
  private static final class Work {
    @Consumer("jobs") void work(String job) {}
  }
  @Topology(stages = Work.class)
  //E [StageHidden] Work is not visible from the unnamed package. Make it and its stage methods package-private or public.
  interface Desk {
    @Producer("jobs") void submit(String job);
  }
}
