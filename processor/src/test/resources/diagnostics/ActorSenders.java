@Topology
interface Board {
  @Producer("ticks") void tick(String at);
  @Producer("quit") void quit();
  @Producer("loops") void start(String at);
  @Consumer("logs") String log();
  @Consumer("sums") long sum();
  //E [TypeMismatch] Channel "sums" is sent int by also(More, Sender<Integer>) but sum() takes long. Channels do not widen numbers. Use long in both.
  sealed interface Event {
    @Case("ticks") record Tick(String at) implements Event {}
    @Case("loops") record Loop(String at) implements Event {}
  }
  sealed interface More {
    @Case("quit") record Quit() implements More {}
    @Case("bells") record Bell(String at) implements More {}
  }
  @Producer("bells") void ring(String bell);
  @Select @Producer("logs")
  default String on(
      Event event,
      @Producer("logs") Sender<String> logs,
      //E [DuplicateEnd] on(Event, Sender<String>, Sender<String>) returns what is sent to "logs", and logs sends to it as well. Keep one.
      @Producer("loops") Sender<String> loops) {
      //W [SelfLoop] on(Event, Sender<String>, Sender<String>) sends to the channel it receives from. Once "loops" is full and every worker sends, all of them wait. Put new values on another channel, or make sure that they become fewer.
    return "";
  }
  @Select
  default void also(More more, @Producer("sums") Sender<Integer> sums) {}
  @Producer("others")
  default Stream<Integer> others() { return Stream.of(); }
  @Consumer("others")
  default void other(int other) {}
}
//// demo/Board2.java
@Topology
interface Board2 {
  @Producer("ticks") void tick(String at);
  @Producer("quit") void quit();
  sealed interface Event {
    @Case("ticks") record Tick(String at) implements Event {}
    @Case("quit") record Quit() implements Event {}
  }
  @Consumer("sums") int sum();
  @Select
  default void on(
      @Producer("sums") Sender<Integer> sums,
      Event event,
      @Producer("sums") Sender<Integer> again,
      //E [DuplicateEnd] sums and again of on(Sender<Integer>, Event, Sender<Integer>, Sender) are both the send end of "sums". Keep one.
      @Producer("audit") Sender audits) {}
      //W [RawView] Sender has no type argument. Write Sender<Object>.
      //E [NoConsumer] Nothing receives from "audit", so on(Sender<Integer>, Event, Sender<Integer>, Sender) would wait for ever. Add a @Consumer("audit") method.
}
