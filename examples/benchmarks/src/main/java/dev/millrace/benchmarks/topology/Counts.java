package dev.millrace.benchmarks.topology;

/**
 * Counts of what one stage receives. They lie apart from everything that another stage reads with
 * every item, where each count would take a cache line away from it: where the peers count, in a
 * local variable, that cannot happen, and it is channels that are compared.
 */
final class Counts {
  /** Unused at both ends, 128 bytes. */
  private static final int PADDING = 32;

  private final int[] counts;

  Counts(int size) {
    counts = new int[PADDING + size + PADDING];
  }

  /** Counts one more, and says how many there were before. */
  int next(int index) {
    return counts[PADDING + index]++;
  }

  int get(int index) {
    return counts[PADDING + index];
  }
}
