@Topology
interface Board {
  @Producer("ticks") void tick(String at);
  @Consumer("ticks") String at();
  @Producer("quit") void quit();
  @Select Event next();
  sealed interface Event {
  //E ecj [Event.End] [ClosedAlone] End tells the end of "ticks", but next() has no arm for its values. Add a record with @Case("ticks").
  //E ecj [Event.QuitEndAgain] [DuplicateCase] QuitEnd and QuitEndAgain both stand for "quit". Keep one.
    @Case("quit") record Quit() implements Event {}
    @Case(value = "ticks", closed = true) record End() implements Event {}
    //E javac [ClosedAlone] End tells the end of "ticks", but next() has no arm for its values. Add a record with @Case("ticks").
    @Case(value = "quit", closed = true) record QuitEnd() implements Event {}
    @Case(value = "quit", closed = true) record QuitEndAgain() implements Event {}
    //E javac [DuplicateCase] QuitEnd and QuitEndAgain both stand for "quit". Keep one.
  }
}
