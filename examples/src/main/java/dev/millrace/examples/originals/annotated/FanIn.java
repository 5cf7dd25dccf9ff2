package dev.millrace.examples.originals.annotated;

import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Topology;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Multiplexing: both sources produce the same channel, and that is all there is to it. The channel
 * ends when both have ended.
 *
 * <p>Who is heard when is open; that each one's messages all arrive, and in order, is not.
 */
@Topology
public interface FanIn {

  /** The so manieth thing that somebody said. */
  record Message(String speaker, int number) {}

  /** The next message of either; empty when both have stopped talking. */
  @Consumer("messages")
  Optional<Message> next() throws InterruptedException;

  /** What Joe says. */
  @Producer("messages")
  default Stream<Message> joe() {
    return IntStream.range(0, 10).mapToObj(number -> new Message("Joe", number));
  }

  /** What Ann says. */
  @Producer("messages")
  default Stream<Message> ann() {
    return IntStream.range(0, 10).mapToObj(number -> new Message("Ann", number));
  }

  /** Runs the program. */
  static void main(String[] args) throws InterruptedException {
    run(System.out);
  }

  /** Runs the program, printing to {@code out}. */
  static void run(PrintStream out) throws InterruptedException {
    SortedMap<String, List<Integer>> heard = new TreeMap<>();
    try (var talk = FanInTopology.start()) {
      for (Optional<Message> next = talk.next(); next.isPresent(); next = talk.next()) {
        Message message = next.get();
        heard.computeIfAbsent(message.speaker(), name -> new ArrayList<>()).add(message.number());
      }
    }
    heard.forEach((speaker, numbers) -> out.println(speaker + " " + numbers));
    out.println("You're both boring; I'm leaving.");
  }
}
