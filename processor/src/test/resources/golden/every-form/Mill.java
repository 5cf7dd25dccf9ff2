package demo;

import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Case;
import dev.millrace.annotation.Close;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;
import dev.millrace.annotation.Workers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

@Topology(stages = Mill.Wheel.class)
@Buffer(channel = "sacks", size = 3)
@Buffer(channel = "flour", size = 0)
public interface Mill {

  record Sack(int grams) {}

  @Producer("sacks")
  void deliver(Sack sack) throws InterruptedException;

  @Producer("bells")
  boolean tryRing();

  @Producer("grain")
  void spill(int grams) throws InterruptedException;

  @Consumer("whistles")
  void awaitWhistle() throws InterruptedException;

  @Consumer("whistles")
  void whistled();

  @Close({"sacks", "bells", "grain"})
  void closeTheGate();

  @Select
  Optional<Event> next();

  @Select
  Event nextOrThrow() throws InterruptedException;

  @Consumer("sacks")
  @Producer("grain")
  default Stream<Integer> empty(Sack sack) {
    return Stream.of(sack.grams());
  }

  @Consumer("bells")
  default void hear() {}

  @Producer("whistles")
  default Stream<dev.millrace.Signal> whistle() throws TimeoutException {
    return Stream.of(dev.millrace.Signal.SIGNAL);
  }

  @Producer("reports")
  default void report(Sender<? super Report> reports) throws InterruptedException {
    reports.send(new Report("running", 1));
  }

  @Consumer("leftovers")
  default void sweep(Receiver<Integer> leftovers) throws InterruptedException {
    leftovers.receive();
  }

  /** Nothing of Millrace's. */
  default int wheels() {
    return 1;
  }

  abstract class Base<G, F> {

    private final List<G> ground = new ArrayList<>();

    abstract F flour(G grain);

    @Workers(2)
    @Consumer("grain")
    @Producer("flour")
    protected Optional<F> grind(G grain) throws IOException, InterruptedException {
      ground.add(grain);
      return Optional.of(flour(grain));
    }
  }

  class Wheel extends Base<Integer, Long> {

    @Override
    Long flour(Integer grain) {
      return (long) grain;
    }

    @Producer("leftovers")
    Iterable<Integer> leftovers() {
      return List.of(1, 2, 3);
    }
  }

  sealed interface Event permits Report, Event.Flour {

    @Case("flour")
    record Flour(long grams) implements Event {}
  }

  @Case("reports")
  record Report(String text, int line) implements Event {}
}
