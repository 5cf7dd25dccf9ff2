package dev.millrace.examples.originals.library;

import dev.millrace.Channel;
import dev.millrace.Receiver;
import dev.millrace.Selector;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Fan-in again, with one goroutine that waits for all sources at once.
 *
 * <p>A select takes a value from one channel and leaves the others as they are, so no source has a
 * gap: a message that was not chosen now is still there for the next select.
 */
public final class FanInSelect {

  private FanInSelect() {}

  /** Runs the program. */
  public static void main(String[] args) throws InterruptedException {
    run(System.out);
  }

  static void run(PrintStream out) throws InterruptedException {
    SortedMap<String, List<Integer>> heard = new TreeMap<>();
    try (Goroutines goroutines = new Goroutines()) {
      Receiver<Message> joe = Message.from("Joe", 10, goroutines);
      Receiver<Message> ann = Message.from("Ann", 10, goroutines);
      for (Message message : fanIn(List.of(joe, ann), goroutines)) {
        heard.computeIfAbsent(message.speaker(), name -> new ArrayList<>()).add(message.number());
      }
    }
    heard.forEach((speaker, numbers) -> out.println(speaker + " " + numbers));
    out.println("You're both boring; I'm leaving.");
  }

  private static <T> Receiver<T> fanIn(List<Receiver<T>> sources, Goroutines goroutines) {
    Channel<T> all = Channel.rendezvous("all");
    goroutines.go(
        () -> {
          Selector<Optional<T>> next = anyOf(sources);
          try (all) {
            for (int talking = sources.size(); talking > 0; ) {
              Optional<T> value = next.select();
              if (value.isPresent()) {
                all.send(value.get());
              } else {
                talking--;
              }
            }
          }
        });
    return all;
  }

  /** Selects a value of any source, or nothing, once for each, when a source has ended. */
  private static <T> Selector<Optional<T>> anyOf(List<Receiver<T>> sources) {
    Selector.Builder<Optional<T>> selector = Selector.fair();
    for (Receiver<T> source : sources) {
      selector.receive(source, Optional::of).closed(source, Optional::empty);
    }
    return selector.build();
  }
}
