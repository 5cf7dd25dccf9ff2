package demo;

import dev.millrace.Sender;
import dev.millrace.annotation.Case;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Otherwise;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;
import dev.millrace.annotation.Workers;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

@Topology(stages = Theatre.Stage.class)
public interface Theatre {

  sealed interface Cue<T> {
    @Case(value = "lines", when = "isLit")
    record Line<T>(T text) implements Cue<T> {}

    @Case(value = "lines", closed = true)
    record Curtain<T>() implements Cue<T> {}

    @Case("bells")
    record Bell<T>() implements Cue<T> {}
  }

  sealed interface Noise {
    @Case("coughs")
    record Cough() implements Noise {}

    @Otherwise
    record Silence() implements Noise {}
  }

  sealed interface Coin {
    @Case("coins")
    record Cents(int cents) implements Coin {}

    @Case("notes")
    record Notes(int euros) implements Coin {}
  }

  @Producer("lines")
  void say(String line);

  @Producer("bells")
  void ring();

  @Producer("coughs")
  void cough();

  @Producer("coins")
  void pay(int cents);

  @Producer("notes")
  void payNotes(int euros);

  @Consumer("acts")
  String nextAct();

  @Consumer("echoes")
  String nextEcho();

  @Consumer("sums")
  long nextSum();

  @Select(priority = true)
  @Producer("acts")
  default Stream<String> perform(Cue<String> cue) throws IOException {
    return Stream.of(cue.toString());
  }

  default boolean isLit() {
    return true;
  }

  @SuppressWarnings("millrace:OtherwiseSpins")
  @Select
  default void listen(Noise noise) {}

  sealed interface Visit {
    @Case("tickets")
    record Ticket(int row) implements Visit {}

    @Case("calls")
    record Call() implements Visit {}

    @Otherwise(after = "patience")
    record Lull() implements Visit {}
  }

  @Producer("tickets")
  void show(int row);

  @Producer("calls")
  void call();

  @Consumer("seats")
  int nextSeat();

  @Consumer("notes-taken")
  String nextNote();

  @Consumer("visits")
  long nextVisit();

  @Select
  @Producer("visits")
  default Optional<Long> usher(
      @Producer("seats") Sender<? super Integer> seats,
      Visit visit,
      @Producer("notes-taken") Sender<String> notes)
      throws IOException, InterruptedException {
    return Optional.empty();
  }

  default Duration patience() {
    return Duration.ofSeconds(5);
  }

  sealed interface Light {
    @Case(value = "lamps", when = "isDark")
    record Lamp(int watts) implements Light {}

    @Otherwise(after = "patience")
    record Dusk() implements Light {}
  }

  @Producer("lamps")
  void light(int watts);

  @Select
  default void dim(Light light) {}

  default boolean isDark() {
    return true;
  }

  interface Stage {
    @Select
    @Producer("echoes")
    Optional<String> echo(Applause applause);

    boolean isOn();

    @SuppressWarnings("millrace:SelectWorkers")
    @Workers(2)
    @Select
    @Producer("sums")
    long sum(Coin coin);
  }

  @Producer("claps")
  void clap(Applause.Clap clap);

  @Producer("whistles")
  void whistle();

  sealed interface Applause {
    @Case(value = "claps", when = "isOn")
    record Clap(int hands) implements Applause {}

    @Case("whistles")
    record Whistle() implements Applause {}
  }
}
