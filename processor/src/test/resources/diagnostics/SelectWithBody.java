@Topology
interface Board {
  @Producer("ticks") void tick(String at);
  @Producer("quit") void quit();
  @Select Event next();
  @Select default void on() {}
  //E [SelectShape] on() has a body, so it is called once per event. Take the event, and Senders that name their channels, or remove the body.
  @Select default void on(Event event, int count) {}
  //E [SelectShape] on(Event, int) has a body, so it is called once per event. Take the event, and Senders that name their channels, or remove the body.
  @Select default void on(int count) {}
  //E [SelectShape] on(int) has no arms. Take a sealed interface whose records have @Case.
  @Select default void on(String event) {}
  //E [SelectShape] on(String) has no arms. Take a sealed interface whose records have @Case.
  @Select default void on(Runnable event) {}
  //E [NotSealed] on(Runnable) takes Runnable, which is not sealed, so its cases cannot be known. Write sealed interface Runnable.
  @Select default int count(Event event) { return 1; }
  //E [ReplyDropped] count(Event) returns int, but nothing receives it. Add @Producer("..."), or return void.
  @Select @Producer("ticks") default void send(Event event) {}
  //E [StageShape] send(Event) returns nothing that could be sent to "ticks". Return the value, an Optional or a Stream, or remove @Producer.
  @Producer("jobs") void submit(String job);
  @Select @Consumer("jobs") default void both(Event event) {}
  //E [MixedAnnotations] both(Event) has @Select and @Consumer, but does one thing only. Keep one of them.
  sealed interface Event {
    @Case("ticks") record Tick(String at) implements Event {}
    @Case("quit") record Quit() implements Event {}
  }
}
