package dev.millrace.examples.originals.library;

import dev.millrace.Channel;
import dev.millrace.Receiver;
import dev.millrace.Selector;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A quit channel with a reply: the listener says when it has heard enough, and waits until the
 * speaker has tidied up.
 *
 * <p>The speaker's select either sends the next message or receives the wish to quit, never both
 * and never neither, so no message is lost on the way out.
 */
public final class Quit {

  private Quit() {}

  /** Runs the program. */
  public static void main(String[] args) throws InterruptedException {
    run(System.out);
  }

  static void run(PrintStream out) throws InterruptedException {
    try (Goroutines goroutines = new Goroutines()) {
      Channel<String> quit = Channel.rendezvous("quit");
      Receiver<String> joe = talk("Joe", quit, goroutines);
      for (int i = 0; i < 5; i++) {
        out.println(joe.receive());
      }
      quit.send("bye");
      out.println("Joe says: " + quit.receive());
    }
  }

  /** Talks until something comes over {@code quit}, and answers there: it goes both ways. */
  private static Receiver<String> talk(String name, Channel<String> quit, Goroutines goroutines) {
    Channel<String> messages = Channel.rendezvous(name);
    goroutines.go(
        () -> {
          AtomicInteger next = new AtomicInteger();
          // The send arm offers the same message until it was taken.
          Selector<Boolean> spoke =
              Selector.<Boolean>fair()
                  .send(messages, () -> name + " " + next, () -> true)
                  .receive(quit, farewell -> false)
                  .build();
          try (messages) {
            while (spoke.select()) {
              next.incrementAndGet();
            }
          }
          quit.send("See you!");
        });
    return messages;
  }
}
