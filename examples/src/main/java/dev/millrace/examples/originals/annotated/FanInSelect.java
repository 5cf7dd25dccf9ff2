package dev.millrace.examples.originals.annotated;

import dev.millrace.annotation.Case;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fan-in again, with a select over one channel for each source. What comes back says whose it is,
 * and the compiler sees to it that nobody is forgotten.
 */
@Topology
public interface FanInSelect {

  /** Somebody said the so manieth thing. */
  sealed interface Event {

    /** Joe did. */
    @Case("joe")
    record Joe(int number) implements Event {}

    /** Ann did. */
    @Case("ann")
    record Ann(int number) implements Event {}
  }

  /** Waits for either; empty when both have stopped talking. */
  @Select
  Optional<Event> next() throws InterruptedException;

  /** What Joe says. */
  @Producer("joe")
  default Stream<Integer> joe() {
    return IntStream.range(0, 10).boxed();
  }

  /** What Ann says. */
  @Producer("ann")
  default Stream<Integer> ann() {
    return IntStream.range(0, 10).boxed();
  }

  /** Runs the program. */
  static void main(String[] args) throws InterruptedException {
    run(System.out);
  }

  /** Runs the program, printing to {@code out}. */
  static void run(PrintStream out) throws InterruptedException {
    List<Integer> joe = new ArrayList<>();
    List<Integer> ann = new ArrayList<>();
    try (var talk = FanInSelectTopology.start()) {
      for (Optional<Event> next = talk.next(); next.isPresent(); next = talk.next()) {
        switch (next.get()) {
          case Event.Joe(int number) -> joe.add(number);
          case Event.Ann(int number) -> ann.add(number);
        }
      }
    }
    out.println("Ann " + ann);
    out.println("Joe " + joe);
    out.println("You're both boring; I'm leaving.");
  }
}
