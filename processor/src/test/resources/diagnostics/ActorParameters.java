@Topology
interface Board {
  @Producer("ticks") void tick(String at);
  @Producer("quit") void quit();
  @Producer("jobs") void submit(String job);
  @Consumer("logs") Optional<String> log();
  @Consumer("done") String done();
  sealed interface Event {
    @Case("ticks") record Tick(String at) implements Event {}
    @Case("quit") record Quit() implements Event {}
  }
  @Select
  default void unnamed(Event event, Sender<String> logs) {}
  //E [Unbound] unnamed has one Sender parameter and no @Producer. Annotate each parameter with its channel.
  @Select @Producer("logs")
  default void named(Event event, Sender<String> logs) {}
  //E [Unbound] logs of named(Event, Sender<String>) names no channel; @Producer on the method says where its result goes, and it has none. Move @Producer("logs") to logs.
  @Select @Producer("done")
  default String beside(Event event, Sender<String> logs) { return ""; }
  //E [Unbound] logs of beside(Event, Sender<String>) names no channel; @Producer on the method says where its result goes. Annotate logs with the channel it sends to.
  @Select
  default void receiving(
      Event event,
      @Consumer("jobs") Receiver<String> jobs) {}
      //E [EndShape] jobs of receiving(Event, Receiver<String>) receives, but what an actor receives comes as its event. Add a record with @Case to the event's type.
  @Select
  default void valued(
      Event event,
      @Producer("logs") int logs,
      //E [EndShape] logs sends to "logs", but is an int. Take a Sender<Integer>.
      @Producer("logs") Sender<? extends String> nothing) {}
      //E [EndShape] Nothing can be sent through a Sender<? extends String>. Write Sender<String>.
  @Select
  default void both(
      Event event,
      @Producer("logs") @Consumer("ticks") Sender<String> logs) {}
      //E [MixedAnnotations] logs of both(Event, Sender<String>) has @Producer and @Consumer, but is one end only. Keep one of them.
  @Select default void without(@Producer("logs") Sender<String> logs) {}
  //E [SelectShape] without(Sender<String>) has a body, so it is called once per event. Take the event, and Senders that name their channels, or remove the body.
  @Select
  default String dropping(Event event, @Producer("logs") Sender<String> logs) { return ""; }
  //E [ReplyDropped] dropping(Event, Sender<String>) returns String, but nothing receives it. Add @Producer("..."), or return void.
  @Select @Producer("done")
  default void sending(Event event, @Producer("logs") Sender<String> logs) {}
  //E [StageShape] sending(Event, Sender<String>) returns nothing that could be sent to "done". Return the value, an Optional or a Stream, or remove @Producer.
}
