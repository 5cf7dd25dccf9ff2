@Topology
interface Board {
  @Producer("ticks") void tick(String at);
  @Producer("quit") void quit();
  @Select void await(@Case("ticks") Handler<Integer> onTick, @Case("quit") Runnable onQuit);
  //E [ArmType] "ticks" carries String, but onTick takes Integer.
}
