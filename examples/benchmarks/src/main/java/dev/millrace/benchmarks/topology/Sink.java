package dev.millrace.benchmarks.topology;

import dev.millrace.annotation.Consumer;
import dev.millrace.benchmarks.Cycle;
import dev.millrace.benchmarks.Fault;
import dev.millrace.benchmarks.Item;

/** Receives them, in order. */
final class Sink {
  private final Cycle items;
  private int received;

  Sink(Cycle items) {
    this.items = items;
  }

  @Consumer("items")
  void receive(Item item) {
    items.check(received++, item);
  }

  /** Called when the topology has ended. */
  void requireAll(int size) {
    if (received != size) {
      throw new Fault(received + " items arrived of " + size + ".");
    }
  }
}
