package dev.millrace.benchmarks.topology;

import dev.millrace.annotation.Producer;
import dev.millrace.benchmarks.Cycle;
import dev.millrace.benchmarks.Item;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Sends a number of items. */
final class Source {
  private final Cycle items;
  private final int size;

  Source(Cycle items, int size) {
    this.items = items;
    this.size = size;
  }

  @Producer("items")
  Iterable<Item> send() {
    return () ->
        new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return next < size;
          }

          @Override
          public Item next() {
            if (!hasNext()) {
              throw new NoSuchElementException();
            }
            return items.at(next++);
          }
        };
  }
}
