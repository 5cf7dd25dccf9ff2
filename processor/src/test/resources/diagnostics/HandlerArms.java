@Topology
interface Board {
  @Producer("ticks") void tick(String at);
  @Producer("quit") void quit();
  @Select void timed(java.time.Duration d, @Case("ticks") Handler<String> onTick, @Case("quit") Runnable onQuit);
  //E [NoOtherwise] timed(Duration, Handler<String>, Runnable) can time out, but has no @Otherwise parameter for that.
  @Select void twice(@Case("ticks") Handler<String> one, @Case("ticks") Handler<String> two);
  //E [DuplicateCase] one and two both stand for "ticks". Keep one.
  @Select void others(@Case("ticks") Handler<String> onTick, @Otherwise Runnable one, @Otherwise Runnable two);
  //E [TwoOtherwise] one and two are both @Otherwise. Keep one.
  @Select void both(@Case("ticks") Handler<String> onTick, @Case("quit") @Otherwise Runnable onQuit);
  //E [MixedAnnotations] onQuit has @Case and @Otherwise, but does one thing only. Keep one of them.
  @Select void end(@Case("ticks") Handler<String> onTick, @Case(value = "quit", closed = true) Runnable onEnd);
  //E [ClosedAlone] onEnd tells the end of "quit", but end(Handler<String>, Runnable) has no arm for its values. Add a parameter with @Case("quit").
  @Select void guarded(@Case(value = "ticks", when = "isCalm") Handler<String> onTick, @Case("quit") Runnable onQuit);
  //E [UnknownGuard] Board has no method isCalm() that could guard onTick. Add one that returns boolean.
  @Select void more(@Case("ticks") Handler<String> onTick, @Case("quit") Runnable onQuit, int count);
  //E [SelectShape] more(Handler<String>, Runnable, int) takes parameters. A @Select port takes none, or handlers with @Case, and a Duration to wait at most.
  @Select void one(@Case("ticks") Handler<String> onTick);
  //W [OneArm] one(Handler<String>) waits for one channel only. Use @Consumer("ticks").
  @Producer("ticks") void put(@Case("quit") String at);
  //E [StrayCase] at is an arm, but put(String) is no @Select port. Remove it.
}
