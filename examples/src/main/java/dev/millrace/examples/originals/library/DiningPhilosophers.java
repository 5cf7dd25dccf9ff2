package dev.millrace.examples.originals.library;

import dev.millrace.Channel;
import dev.millrace.Sender;
import dev.millrace.Signal;
import java.io.PrintStream;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Five philosophers share five forks, and each needs two of them to eat.
 *
 * <p>A fork is a channel with one place: to receive from it is to pick the fork up, to send is to
 * put it down. If all reached for their left fork first, each could hold one and wait for ever, so
 * the last of them begins on the right.
 */
public final class DiningPhilosophers {

  private static final List<String> NAMES =
      List.of("Aristotle", "Hypatia", "Kant", "Plato", "Socrates");
  private static final int MEALS = 100;

  private DiningPhilosophers() {}

  /** Runs the program. */
  public static void main(String[] args) throws InterruptedException {
    run(System.out);
  }

  static void run(PrintStream out) throws InterruptedException {
    SortedMap<String, Integer> eaten = new TreeMap<>();
    try (Goroutines goroutines = new Goroutines()) {
      List<Channel<Signal>> forks =
          Stream.generate(DiningPhilosophers::fork).limit(NAMES.size()).toList();
      Channel<String> meals = Channel.rendezvous("meals");
      for (int seat = 0; seat < NAMES.size(); seat++) {
        String name = NAMES.get(seat);
        Channel<Signal> left = forks.get(seat);
        Channel<Signal> right = forks.get((seat + 1) % NAMES.size());
        boolean last = seat == NAMES.size() - 1;
        Channel<Signal> first = last ? right : left;
        Channel<Signal> second = last ? left : right;
        goroutines.go(() -> dine(name, first, second, meals));
      }
      for (int meal = 0; meal < NAMES.size() * MEALS; meal++) {
        eaten.merge(meals.receive(), 1, Integer::sum);
      }
    }
    eaten.forEach((name, count) -> out.println(name + " ate " + count + " times"));
  }

  private static void dine(
      String name, Channel<Signal> first, Channel<Signal> second, Sender<String> meals)
      throws InterruptedException {
    for (int meal = 0; meal < MEALS; meal++) {
      first.receive();
      second.receive();
      meals.send(name);
      second.send(Signal.SIGNAL);
      first.send(Signal.SIGNAL);
    }
  }

  private static Channel<Signal> fork() {
    Channel<Signal> fork = Channel.buffered("fork", 1);
    fork.sendNow(Signal.SIGNAL);
    return fork;
  }
}
