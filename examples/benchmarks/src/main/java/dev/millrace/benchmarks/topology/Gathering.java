package dev.millrace.benchmarks.topology;

import dev.millrace.benchmarks.Cycle;
import dev.millrace.benchmarks.Fault;
import dev.millrace.benchmarks.Item;

/** What one stage received from several sources, of each in order. */
final class Gathering {
  private final Cycle[] cycles;
  private final int[] counts;

  Gathering(Cycle[] cycles) {
    this.cycles = cycles.clone();
    counts = new int[cycles.length];
  }

  void add(Item item) {
    cycles[item.sender()].check(counts[item.sender()]++, item);
  }

  /** Called when the topology has ended. */
  void requireOfEach(int size) {
    for (int count : counts) {
      if (count != size) {
        throw new Fault("From one of the arms came " + count + ".");
      }
    }
  }
}
