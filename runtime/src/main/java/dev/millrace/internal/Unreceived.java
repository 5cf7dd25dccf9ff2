package dev.millrace.internal;

import java.util.List;
import java.util.function.Consumer;

/**
 * What the subscribers of a broadcast had still to get when all of it was taken from them.
 *
 * @param first the number of the first of the values
 * @param cursors the number of the value that each subscriber would have got next
 */
record Unreceived(RingBuffer values, long first, List<Long> cursors) {

  /** Gives each value once for every subscriber that had still to get it; once only. */
  void forEach(Consumer<Object> action) {
    long number = first;
    for (Object value = values.poll(); value != null; value = values.poll()) {
      for (long cursor : cursors) {
        if (cursor <= number) {
          action.accept(value);
        }
      }
      number++;
    }
  }
}
