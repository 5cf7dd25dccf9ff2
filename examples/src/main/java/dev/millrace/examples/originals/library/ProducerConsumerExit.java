package dev.millrace.examples.originals.library;

import dev.millrace.Channel;
import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.Signal;
import java.io.PrintStream;

/**
 * A producer, a consumer, and an exit channel that nobody ever sends to: closing it is the message.
 *
 * <p>This is the Go program that the article "Implement Go channels in Python" begins with, save
 * that it does not sleep for a second after each value. Beside each line stands what it is in Go.
 *
 * <p>The producer and the consumer run side by side, so their lines mix differently in every run.
 * Certain is: each says its own in order; no value is received before it is being sent; the
 * producer is never more than the buffer ahead; and the last line is the last.
 */
public final class ProducerConsumerExit {

  private ProducerConsumerExit() {}

  /** Runs the program. */
  public static void main(String[] args) throws InterruptedException {
    run(System.out);
  }

  static void run(PrintStream out) throws InterruptedException {
    Channel<Integer> values = Channel.buffered("values", 2); // values := make(chan int, 2)
    Channel<Signal> exit = Channel.rendezvous("exit"); //       exit := make(chan struct{})

    try (Goroutines goroutines = new Goroutines()) {
      goroutines.go(() -> produce(values, out)); //       go produce()
      goroutines.go(() -> consume(values, exit, out)); // go consume()

      out.println("Waiting for everything to complete");
      exit.receiveOrNull(); // <-exit
      out.println("All done, exiting!");
    }
  }

  private static void produce(Sender<Integer> values, PrintStream out) throws InterruptedException {
    try (values) {
      for (int value = 0; value < 5; value++) { // for value := 0; value < 5; value++
        out.println("Sending " + value);
        values.send(value); // values <- value
        out.println("Sent " + value);
      }
      out.println("Finished producing");
    } // close(values)
  }

  private static void consume(Receiver<Integer> values, Sender<Signal> exit, PrintStream out) {
    try (exit) {
      for (int value : values) { // for value := range values
        out.println("Received " + value);
      }
      out.println("Finished consuming");
    } // close(exit)
  }
}
