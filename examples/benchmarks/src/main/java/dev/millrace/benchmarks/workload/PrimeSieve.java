package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.Fault;
import dev.millrace.benchmarks.Item;
import dev.millrace.benchmarks.Trial;
import dev.millrace.benchmarks.peer.Peer;
import dev.millrace.benchmarks.peer.Pipe;

/**
 * The concurrent sieve: one filter for each prime, started when it is found, all by rendezvous. An
 * operation is one number received. Behind the last prime comes a 0, which ends the filters.
 */
public record PrimeSieve() implements Workload {

  @Override
  public String id() {
    return "prime-sieve";
  }

  @Override
  public String title() {
    return "prime sieve (per hop)";
  }

  @Override
  public Sizes sizes() {
    return new Sizes(1_000, 250, 10);
  }

  @Override
  public long operations(int size) {
    return new Primes(size).hops();
  }

  @Override
  public boolean suits(Peer peer) {
    return peer.offers(0);
  }

  @Override
  public Trial prepare(Peer peer, int size) {
    Primes primes = new Primes(size);
    Item[] numbers = Item.of(0, primes.last() + 1);
    return () -> {
      Crew crew = new Crew(peer);
      Pipe first = peer.pipe(0);
      crew.start(() -> generate(numbers, first));
      crew.start(() -> collect(peer, crew, first, primes, size));
      crew.join();
    };
  }

  private static void generate(Item[] numbers, Pipe out) throws InterruptedException {
    for (int number = 2; number < numbers.length; number++) {
      out.send(numbers[number]);
    }
    out.send(numbers[0]);
  }

  private static void collect(Peer peer, Crew crew, Pipe first, Primes primes, int size)
      throws InterruptedException {
    Pipe last = first;
    for (int i = 0; i < size; i++) {
      int prime = checked(primes.at(i), last.receive());
      Pipe in = last;
      Pipe out = peer.pipe(0);
      crew.start(() -> filter(prime, in, out));
      last = out;
    }
    checked(0, last.receive());
  }

  private static void filter(int prime, Pipe in, Pipe out) throws InterruptedException {
    Item item;
    do {
      item = in.receive();
      if (item.number() == 0 || item.number() % prime != 0) {
        out.send(item);
      }
    } while (item.number() != 0);
  }

  private static int checked(int expected, Item arrived) {
    if (arrived.number() != expected) {
      throw new Fault("Instead of " + expected + " arrived " + arrived + ".");
    }
    return expected;
  }
}
