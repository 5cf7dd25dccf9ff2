package dev.millrace.examples.words;

import dev.millrace.examples.words.Totals.Frequency;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Counts words in a limited memory, and knows what it may have missed. For one thread.
 *
 * <p>When the memory is used up, the rarer half of the words is forgotten (lossy counting). Two
 * things hold at any time: a word that is not known was seen {@link #forgotten} times at most, and
 * a known word was seen {@code count} times at least and {@code count + missed} times at most. A
 * word that came before anything was forgotten has {@code missed == 0}: its count is exact.
 */
final class Vocabulary {
  /** What a word costs beside its characters: a string, its array, a map entry and its counter. */
  private static final long BYTES_PER_WORD = 128;

  private static final Comparator<Frequency> BY_COUNT =
      Comparator.comparingLong(Frequency::count)
          .thenComparing(Frequency::word, Comparator.reverseOrder());

  private final long limit;
  private final Map<String, Counter> counters = new HashMap<>();
  private long size;
  private long forgotten;

  /**
   * An empty vocabulary.
   *
   * @param limit how many bytes it may use, about
   */
  Vocabulary(long limit) {
    this.limit = limit;
  }

  /** A vocabulary that uses a quarter of the heap at most. */
  static Vocabulary forThisHeap() {
    return new Vocabulary(Runtime.getRuntime().maxMemory() / 4);
  }

  /** Counts a word that was seen {@code times} times more. */
  void add(String word, long times) {
    Counter counter = counters.get(word);
    if (counter == null) {
      counter = new Counter(forgotten);
      counters.put(word, counter);
      size += cost(word);
    }
    counter.count += times;
    if (size > limit) {
      forgetTheRarerHalf();
    }
  }

  /**
   * The most frequent words, the most frequent first; where counts are equal, in the words' order.
   */
  List<Frequency> mostFrequent(int number) {
    PriorityQueue<Frequency> leastFirst = new PriorityQueue<>(BY_COUNT);
    counters.forEach(
        (word, counter) -> {
          leastFirst.add(new Frequency(word, counter.count, counter.missed));
          if (leastFirst.size() > number) {
            leastFirst.remove();
          }
        });
    List<Frequency> mostFirst = new ArrayList<>(leastFirst);
    mostFirst.sort(Collections.reverseOrder(BY_COUNT));
    return List.copyOf(mostFirst);
  }

  /** How often a word that is not known may have been seen; 0 if there is none. */
  long forgotten() {
    return forgotten;
  }

  private void forgetTheRarerHalf() {
    long[] sorted = counters.values().stream().mapToLong(Counter::atMost).sorted().toArray();
    long threshold = sorted[sorted.length / 2];
    counters
        .entrySet()
        .removeIf(
            entry -> {
              boolean rare = entry.getValue().atMost() <= threshold;
              if (rare) {
                size -= cost(entry.getKey());
              }
              return rare;
            });
    // Never less than before: what came after the last time has missed that much already.
    forgotten = threshold;
  }

  private static long cost(String word) {
    return BYTES_PER_WORD + word.length();
  }

  private static final class Counter {
    final long missed;
    long count;

    Counter(long missed) {
      this.missed = missed;
    }

    long atMost() {
      return count + missed;
    }
  }
}
