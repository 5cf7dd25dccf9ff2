package dev.millrace.examples.originals.library;

import dev.millrace.Channel;
import dev.millrace.Receiver;
import dev.millrace.Selector;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/**
 * A time-out for each message: whoever is silent for too long is not listened to any longer.
 *
 * <p>Time begins anew with every select. An arm that is ready wins over a time-out, however late it
 * is asked.
 */
public final class TimeOutForEach {

  private static final Duration PATIENCE = Duration.ofMillis(100);

  private TimeOutForEach() {}

  /** Runs the program. */
  public static void main(String[] args) throws InterruptedException {
    run(System.out);
  }

  static void run(PrintStream out) throws InterruptedException {
    Selector<Optional<String>> next =
        Selector.<Optional<String>>fair()
            .receive(joeWhoFallsSilent(), Optional::of)
            .timeout(PATIENCE, Optional::empty)
            .build();
    for (Optional<String> said = next.select(); said.isPresent(); said = next.select()) {
      out.println(said.get());
    }
    out.println("You're too slow.");
  }

  /** Says three things, and then nothing; but the channel stays open, so there might be more. */
  private static Receiver<String> joeWhoFallsSilent() {
    Channel<String> messages = Channel.buffered("Joe", 3);
    for (int i = 0; i < 3; i++) {
      messages.sendNow("Joe " + i);
    }
    return messages;
  }
}
