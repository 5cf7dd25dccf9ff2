package dev.millrace.benchmarks.workload;

/** The first primes, found without channels, and how often a sieve of channels receives. */
public final class Primes {
  private final int[] primes;
  private final long hops;

  /** Finds so many. */
  public Primes(int count) {
    primes = new int[count];
    int found = 0;
    long received = 0;
    for (int number = 2; found < count; number++) {
      int filter = 0;
      while (filter < found && number % primes[filter] != 0) {
        filter++;
      }
      if (filter == found) {
        primes[found++] = number;
      }
      received += filter + 1; // by each filter up to the one that keeps it
    }
    hops = received;
  }

  /** {@return the prime with that index, from 0} */
  public int at(int index) {
    return primes[index];
  }

  /** {@return the last of them} */
  public int last() {
    return primes[primes.length - 1];
  }

  /** {@return how many values are received until the last is found} */
  public long hops() {
    return hops;
  }
}
