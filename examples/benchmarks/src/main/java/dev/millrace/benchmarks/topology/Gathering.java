package dev.millrace.benchmarks.topology;

import dev.millrace.benchmarks.Cycle;
import dev.millrace.benchmarks.Fault;
import dev.millrace.benchmarks.Item;

/** What one stage received from several sources, of each in order. */
final class Gathering {
  private final Cycle[] cycles;
  private final Counts counts;

  Gathering(Cycle[] cycles) {
    this.cycles = cycles.clone();
    counts = new Counts(cycles.length);
  }

  void add(Item item) {
    cycles[item.sender()].check(counts.next(item.sender()), item);
  }

  /** Called when the topology has ended. */
  void requireOfEach(int size) {
    for (int arm = 0; arm < cycles.length; arm++) {
      if (counts.get(arm) != size) {
        throw new Fault("From arm " + arm + " came " + counts.get(arm) + ".");
      }
    }
  }
}
