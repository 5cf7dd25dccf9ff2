package dev.millrace.benchmarks.topology;

import dev.millrace.annotation.Consumer;
import dev.millrace.benchmarks.Cycle;
import dev.millrace.benchmarks.Fault;
import dev.millrace.benchmarks.Item;

/** Receives them, in order. */
final class Sink {
  private final Cycle items;
  private final Counts received = new Counts(1);

  Sink(Cycle items) {
    this.items = items;
  }

  @Consumer("items")
  void receive(Item item) {
    items.check(received.next(0), item);
  }

  /** Called when the topology has ended. */
  void requireAll(int size) {
    if (received.get(0) != size) {
      throw new Fault(received.get(0) + " items arrived of " + size + ".");
    }
  }
}
