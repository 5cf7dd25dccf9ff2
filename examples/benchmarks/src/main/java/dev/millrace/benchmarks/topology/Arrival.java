package dev.millrace.benchmarks.topology;

import dev.millrace.benchmarks.Item;

/** An event that brought an item, whichever channel it came from. */
interface Arrival {
  Item item();
}
