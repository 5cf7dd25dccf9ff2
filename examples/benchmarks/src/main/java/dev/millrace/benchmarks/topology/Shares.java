package dev.millrace.benchmarks.topology;

import dev.millrace.benchmarks.Cycle;
import dev.millrace.benchmarks.Item;

/** What each of several sources sends. */
class Shares {
  private final Cycle[] cycles;
  private final int each;

  Shares(Cycle[] cycles, int each) {
    this.cycles = cycles.clone();
    this.each = each;
  }

  Shares(Shares all) {
    this(all.cycles, all.each);
  }

  final Iterable<Item> of(int sender) {
    return new Items(cycles[sender], each);
  }
}
