package dev.millrace.examples.originals.library;

import dev.millrace.Channel;
import dev.millrace.Receiver;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A sieve made of goroutines: every prime found adds one more that holds back its multiples, and
 * what comes out at the end of the chain is the next prime.
 */
public final class PrimeSieve {

  private PrimeSieve() {}

  /** Runs the program. */
  public static void main(String[] args) throws InterruptedException {
    run(System.out);
  }

  static void run(PrintStream out) throws InterruptedException {
    List<Integer> primes = new ArrayList<>();
    try (Goroutines goroutines = new Goroutines()) {
      Receiver<Integer> candidates = from(2, goroutines);
      while (primes.size() < 25) {
        int prime = candidates.receive();
        primes.add(prime);
        candidates = withoutMultiplesOf(prime, candidates, goroutines);
      }
    }
    out.println(primes);
  }

  private static Receiver<Integer> from(int first, Goroutines goroutines) {
    Channel<Integer> numbers = Channel.rendezvous("numbers");
    goroutines.go(
        () -> {
          for (int number = first; ; number++) {
            numbers.send(number);
          }
        });
    return numbers;
  }

  private static Receiver<Integer> withoutMultiplesOf(
      int prime, Receiver<Integer> numbers, Goroutines goroutines) {
    Channel<Integer> others = Channel.rendezvous("no multiples of " + prime);
    goroutines.go(
        () -> {
          for (int number : numbers) {
            if (number % prime != 0) {
              others.send(number);
            }
          }
        });
    return others;
  }
}
