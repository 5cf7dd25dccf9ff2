@Topology
interface Board {
  interface Reader { void read(String at) throws IOException, InterruptedException; }
  @Producer("ticks") void tick(String at);
  @Producer("quit") void quit();
  @Select void await(@Case("ticks") Reader onTick, @Case("quit") Runnable onQuit);
  //E [HandlerThrows] onTick may throw IOException, but await does not. Add throws IOException to await.
  @Select void awaitAny(@Case("ticks") Reader onTick, @Case("quit") Runnable onQuit) throws Exception;
  @Select void awaitNone(@Case("ticks") Handler<String> onTick, @Case("quit") Runnable onQuit) throws IOException;
  //E [CannotThrow] awaitNone(Handler<String>, Runnable) declares IOException, which selecting never throws. Remove it.
  @Select void look(@Case("ticks") Reader onTick, @Otherwise Runnable onNothing) throws IOException, InterruptedException;
  @Select void lookOnly(@Case("quit") Runnable onQuit, @Otherwise Runnable onNothing) throws InterruptedException;
  //W [NeverWaits] lookOnly(Runnable, Runnable) declares InterruptedException but never waits. Remove it.
}
