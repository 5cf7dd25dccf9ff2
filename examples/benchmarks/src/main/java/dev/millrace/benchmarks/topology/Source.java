package dev.millrace.benchmarks.topology;

import dev.millrace.annotation.Producer;
import dev.millrace.benchmarks.Item;

/** Sends a number of items. */
final class Source {
  private final Items items;

  Source(Items items) {
    this.items = items;
  }

  @Producer("items")
  Iterable<Item> send() {
    return items;
  }
}
