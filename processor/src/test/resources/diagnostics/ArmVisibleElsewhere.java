@Topology
interface Board {
//E [Tick] [ArmVisible] Tick is package-private, so BoardTopology cannot create it. Make Tick public.
//E [Events.Tock] [ArmVisible] Events is package-private, so BoardTopology cannot create Tock. Make Events public.
  @Producer("ticks") void tick(String at);
  @Producer("tocks") void tock(String at);
  @Producer("quit") void quit();
  @Select other.Event next();
}
//// other/Event.java
public sealed interface Event permits Tick, Events.Tock, Quit {}
//// other/Tick.java
@Case("ticks") record Tick(String at) implements Event {}
//// other/Events.java
class Events {
  @Case("tocks") public record Tock(String at) implements Event {}
}
//// other/Quit.java
@Case("quit") public record Quit() implements Event {}
