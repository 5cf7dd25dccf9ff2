package dev.millrace.examples.originals.annotated;

import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Topology;
import java.io.PrintStream;

/**
 * A producer, a consumer, and an exit channel.
 *
 * <p>No line here closes a channel: "values" is closed because its only producer has ended, which
 * ends the consumer, whose result goes over "exit".
 */
@Topology(stages = ProducerConsumerExit.Parties.class)
@Buffer(channel = "values", size = 2)
public interface ProducerConsumerExit {

  /** Waits until everything was consumed, and says how many values that were. */
  @Consumer("exit")
  int awaitExit() throws InterruptedException;

  /** The two stages, and the place they print to. */
  final class Parties {
    private final PrintStream out;

    Parties(PrintStream out) {
      this.out = out;
    }

    @Producer("values")
    void produce(Sender<Integer> values) throws InterruptedException {
      for (int value = 0; value < 5; value++) {
        out.println("Sending " + value);
        values.send(value);
        out.println("Sent " + value);
      }
      out.println("Finished producing");
    }

    @Consumer("values")
    @Producer("exit")
    int consume(Receiver<Integer> values) {
      int consumed = 0;
      for (int value : values) {
        out.println("Received " + value);
        consumed++;
      }
      out.println("Finished consuming");
      return consumed;
    }
  }

  /** Runs the program. */
  static void main(String[] args) throws InterruptedException {
    run(System.out);
  }

  /** Runs the program, printing to {@code out}. */
  static void run(PrintStream out) throws InterruptedException {
    try (var program = ProducerConsumerExitTopology.start(new Parties(out))) {
      out.println("Waiting for everything to complete");
      program.awaitExit();
      out.println("All done, exiting!");
    }
  }
}
