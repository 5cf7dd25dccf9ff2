final class Events {
  //E ecj [Events.Tick] [ArmVisible] Tick is private, so BoardTopology cannot create it. Make Tick package-private or public.
  sealed interface Event {}
  @Case("ticks") private record Tick(String at) implements Event {}
  //E javac [ArmVisible] Tick is private, so BoardTopology cannot create it. Make Tick package-private or public.
  @Case("quit") record Quit() implements Event {}
}
@Topology
interface Board {
  @Producer("ticks") void tick(String at);
  @Producer("quit") void quit();
  @Select Events.Event next();
}
