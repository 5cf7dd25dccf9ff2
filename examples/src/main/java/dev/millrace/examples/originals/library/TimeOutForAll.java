package dev.millrace.examples.originals.library;

import dev.millrace.Receiver;
import dev.millrace.Selector;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/**
 * A time-out for the whole conversation: whoever never falls silent is not listened to for ever.
 *
 * <p>The timer is made once, before the loop, and is a channel like any other. How much Joe says
 * until it fires is open; that nothing is lost and nothing said twice is not.
 */
public final class TimeOutForAll {

  private static final Duration PATIENCE = Duration.ofMillis(100);

  private TimeOutForAll() {}

  /** Runs the program. */
  public static void main(String[] args) throws InterruptedException {
    run(System.out);
  }

  static void run(PrintStream out) throws InterruptedException {
    try (Goroutines goroutines = new Goroutines()) {
      Selector<Optional<Message>> next =
          Selector.<Optional<Message>>fair()
              .receive(Message.from("Joe", Integer.MAX_VALUE, goroutines), Optional::of)
              .receive(Receiver.after(PATIENCE), time -> Optional.empty())
              .build();
      int heard = 0;
      for (Optional<Message> said = next.select(); said.isPresent(); said = next.select()) {
        if (said.get().number() != heard) {
          throw new IllegalStateException("Instead of message " + heard + " came " + said.get());
        }
        heard++;
      }
      out.println("Joe left nothing out.");
      out.println("You talk too much.");
    }
  }
}
