@Topology
interface Board {
  @Producer("ticks") void tick(String at);
  @Producer("bells") void ring();
  @Producer("quit") void quit();
  @Producer("jobs") void submit(String job);
  @Producer("notes") void note(String note);
  sealed interface Missing {
  //E ecj [Missing.Idle] [UnknownAfter] Board has no method mayIdle() that could say how long missing(Missing) waits. Add one that returns Duration.
    @Case("ticks") record Tick(String at) implements Missing {}
    @Otherwise(after = "mayIdle") record Idle() implements Missing {}
    //E javac [UnknownAfter] Board has no method mayIdle() that could say how long missing(Missing) waits. Add one that returns Duration.
  }
  sealed interface Misspelt {
  //E ecj [Misspelt.Idle] [UnknownAfter] Board has no method patiance(). Did you mean "patience"?
    @Case("bells") record Bell() implements Misspelt {}
    @Otherwise(after = "patiance") record Idle() implements Misspelt {}
    //E javac [UnknownAfter] Board has no method patiance(). Did you mean "patience"?
  }
  sealed interface Counted {
  //E ecj [Counted.Idle] [AfterShape] seconds() cannot say how long counted(Counted) waits. Such a method returns Duration, takes no parameters, declares no checked exceptions and is neither static nor private.
    @Case("quit") record Quit() implements Counted {}
    @Otherwise(after = "seconds") record Idle() implements Counted {}
    //E javac [AfterShape] seconds() cannot say how long counted(Counted) waits. Such a method returns Duration, takes no parameters, declares no checked exceptions and is neither static nor private.
  }
  sealed interface Asking {
  //E ecj [Asking.Idle] [AfterShape] perhaps() cannot say how long asking(Asking) waits. Such a method returns Duration, takes no parameters, declares no checked exceptions and is neither static nor private.
    @Case("jobs") record Job(String job) implements Asking {}
    @Otherwise(after = "perhaps") record Idle() implements Asking {}
    //E javac [AfterShape] perhaps() cannot say how long asking(Asking) waits. Such a method returns Duration, takes no parameters, declares no checked exceptions and is neither static nor private.
  }
  sealed interface Fine {
  //E ecj [Fine.Idle] [AfterShape] Idle says how long to wait, but next() is a port, whose caller says so. Remove after, and take a Duration to wait at most.
    @Case("notes") record Note(String note) implements Fine {}
    @Otherwise(after = "patience") record Idle() implements Fine {}
    //E javac [AfterShape] Idle says how long to wait, but next() is a port, whose caller says so. Remove after, and take a Duration to wait at most.
  }
  @Select default void missing(Missing event) {}
  @Select default void misspelt(Misspelt event) {}
  @Select default void counted(Counted event) {}
  @Select default void asking(Asking event) {}
  @Select Fine next();
  default java.time.Duration patience() { return java.time.Duration.ZERO; }
  default long seconds() { return 1; }
  default java.time.Duration perhaps() throws IOException { return java.time.Duration.ZERO; }
}
