package dev.millrace.examples.originals.annotated;

import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Topology;
import java.io.PrintStream;
import java.util.stream.Stream;

/**
 * Two sources, each an endless stream. They wait to be heard, so whoever listens to them in turn
 * hears them in turn.
 */
@Topology
public interface Generator {

  /** What Joe says next. */
  @Consumer("joe")
  String joe() throws InterruptedException;

  /** What Ann says next. */
  @Consumer("ann")
  String ann() throws InterruptedException;

  /** All that Joe will ever say. */
  @Producer("joe")
  default Stream<String> joeTalks() {
    return Stream.iterate(0, i -> i + 1).map(i -> "Joe " + i);
  }

  /** All that Ann will ever say. */
  @Producer("ann")
  default Stream<String> annTalks() {
    return Stream.iterate(0, i -> i + 1).map(i -> "Ann " + i);
  }

  /** Runs the program. */
  static void main(String[] args) throws InterruptedException {
    run(System.out);
  }

  /** Runs the program, printing to {@code out}. */
  static void run(PrintStream out) throws InterruptedException {
    try (var talk = GeneratorTopology.start()) {
      for (int i = 0; i < 5; i++) {
        out.println(talk.joe());
        out.println(talk.ann());
      }
      out.println("You're both boring; I'm leaving.");
    }
  }
}
