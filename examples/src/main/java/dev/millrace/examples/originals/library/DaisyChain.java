package dev.millrace.examples.originals.library;

import dev.millrace.Channel;
import dev.millrace.Receiver;
import dev.millrace.Sender;
import java.io.PrintStream;

/**
 * Chinese whispers among ten thousand goroutines: each adds one to what it hears from its right and
 * tells its left.
 */
public final class DaisyChain {

  private static final int LINKS = 10_000;

  private DaisyChain() {}

  /** Runs the program. */
  public static void main(String[] args) throws InterruptedException {
    run(System.out);
  }

  static void run(PrintStream out) throws InterruptedException {
    try (Goroutines goroutines = new Goroutines()) {
      Channel<Integer> leftmost = Channel.rendezvous();
      Channel<Integer> rightmost = leftmost;
      for (int link = 0; link < LINKS; link++) {
        Sender<Integer> left = rightmost;
        Channel<Integer> right = Channel.rendezvous();
        goroutines.go(() -> whisper(left, right));
        rightmost = right;
      }
      rightmost.send(1);
      out.println(leftmost.receive());
    }
  }

  private static void whisper(Sender<Integer> left, Receiver<Integer> right)
      throws InterruptedException {
    left.send(1 + right.receive());
  }
}
