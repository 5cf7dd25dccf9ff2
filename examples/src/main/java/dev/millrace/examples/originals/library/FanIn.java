package dev.millrace.examples.originals.library;

import dev.millrace.Channel;
import dev.millrace.Receiver;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/**
 * Multiplexing: several channels become one, and whoever is ready is heard.
 *
 * <p>Each source has a goroutine that passes its messages on. Who is heard when is open; that each
 * one's messages all arrive, and in order, is not.
 */
public final class FanIn {

  private FanIn() {}

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
    CountDownLatch talking = new CountDownLatch(sources.size());
    for (Receiver<T> source : sources) {
      goroutines.go(
          () -> {
            for (T value : source) {
              all.send(value);
            }
            talking.countDown();
          });
    }
    goroutines.go(
        () -> {
          talking.await(); // The last of them closes the channel, not the first.
          all.close();
        });
    return all;
  }
}
