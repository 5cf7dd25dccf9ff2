package dev.millrace.examples.originals.library;

import dev.millrace.Channel;
import dev.millrace.Receiver;
import java.io.PrintStream;

/**
 * A function that returns a channel: the handle on a service that runs on its own.
 *
 * <p>Joe and Ann talk for ever, but each waits to be heard, so whoever listens to them in turn
 * hears them in turn.
 */
public final class Generator {

  private Generator() {}

  /** Runs the program. */
  public static void main(String[] args) throws InterruptedException {
    run(System.out);
  }

  static void run(PrintStream out) throws InterruptedException {
    try (Goroutines goroutines = new Goroutines()) {
      Receiver<String> joe = talk("Joe", goroutines);
      Receiver<String> ann = talk("Ann", goroutines);
      for (int i = 0; i < 5; i++) {
        out.println(joe.receive());
        out.println(ann.receive());
      }
      out.println("You're both boring; I'm leaving.");
    }
  }

  private static Receiver<String> talk(String name, Goroutines goroutines) {
    Channel<String> messages = Channel.rendezvous(name);
    goroutines.go(
        () -> {
          for (int i = 0; ; i++) {
            messages.send(name + " " + i);
          }
        });
    return messages;
  }
}
