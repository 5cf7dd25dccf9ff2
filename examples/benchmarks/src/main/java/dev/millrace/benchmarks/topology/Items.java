package dev.millrace.benchmarks.topology;

import dev.millrace.benchmarks.Cycle;
import dev.millrace.benchmarks.Item;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** So many items of a cycle, in order. */
record Items(Cycle cycle, int size) implements Iterable<Item> {

  @Override
  public Iterator<Item> iterator() {
    return new Iterator<>() {
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
        return cycle.at(next++);
      }
    };
  }
}
