@Topology(stages = {Board.Room.class, int.class, String[].class})
//E javac [StageNotFound] int is no class, so it has no stages. Remove it from stages.
//E javac [StageNotFound] String[] is no class, so it has no stages. Remove it from stages.
//E ecj [StageNotFound] int is no class, so it has no stages. Remove it from stages.
//E ecj [StageNotFound] String[] is no class, so it has no stages. Remove it from stages.
interface Board {
//E ecj [Board.Sized] [StrayBuffer] @Buffer of "ticks" stands on Sized, which has no channels. Move it to Board.
//W ecj [Board.Forgotten] [StrayCase] Forgotten has @Case, but no @Select method has it among its events. Let the event type permit it, or remove @Case.
//W ecj [Board.Never] [StrayCase] Never has @Otherwise, but no @Select method has it among its events. Let the event type permit it, or remove @Otherwise.
//W ecj [Board.Sent] [StrayCase] Sent has @Producer, but no @Select method has it among its events. Let the event type permit it, or remove @Producer.
  @Producer(value = "ticks", when = "isCalm") void tick(String at);
  //E [StrayWhen] tick(String) has when, but is no arm of a select, so nobody would ask. Remove when; an arm that sends is a record with @Producer.
  @Producer("quit") void quit();
  @Consumer("offers") String offer();
  @Consumer("logs") String log();
  @Select
  Event next(
      @Producer(value = "offers", when = "isCalm") String offer);
      //E [StrayWhen] offer has when, but is no arm of a select, so nobody would ask. Remove when; an arm that sends is a record with @Producer.
  default boolean isCalm() { return true; }

  sealed interface Event {
    @Producer("offers") record Offered() implements Event {}
    @Case("ticks") record Tick(String at) implements Event {}
    @Case("quit") sealed interface Sub extends Event {}
    //E [StrayCase] Sub has @Case, but is sealed: its own records are the arms. Move @Case to one of them.
    @Case("quit") record Quit() implements Sub {}
  }

  @Case("ticks") record Forgotten(String at) {}
  //W javac [StrayCase] Forgotten has @Case, but no @Select method has it among its events. Let the event type permit it, or remove @Case.
  @Otherwise record Never() {}
  //W javac [StrayCase] Never has @Otherwise, but no @Select method has it among its events. Let the event type permit it, or remove @Otherwise.
  @Producer("logs") record Sent() {}
  //W javac [StrayCase] Sent has @Producer, but no @Select method has it among its events. Let the event type permit it, or remove @Producer.
  @Buffer(channel = "ticks", size = 3) record Sized() {}
  //E javac [StrayBuffer] @Buffer of "ticks" stands on Sized, which has no channels. Move it to Board.

  @Buffer(channel = "logs", size = 3) class Room {
  //E [StrayBuffer] @Buffer of "logs" stands on Room, which has no channels. Move it to Board.
    @Producer("logs") Stream<String> logs() { return Stream.of(); }
  }

  @Buffer(channel = "sums", size = 3)
  interface Ports {
    @Producer("sums") void sum(int sum);
  }

  @Topology
  interface Other {
  //W ecj [Other.A] [StrayCase] A has @Case, but no @Select method has it among its events. Let the event type permit it, or remove @Case.
    @Case("a") record A() {}
    //W javac [StrayCase] A has @Case, but no @Select method has it among its events. Let the event type permit it, or remove @Case.
    @Producer("a") void a();
    @Consumer("a") void b();
  }
}
