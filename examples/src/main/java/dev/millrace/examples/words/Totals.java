package dev.millrace.examples.words;

import java.util.List;

/**
 * What all chunks hold together.
 *
 * @param mostFrequent the most frequent words, the most frequent first
 */
public record Totals(long lines, long words, List<Frequency> mostFrequent) {

  /**
   * How often a word was seen.
   *
   * @param count how often at least
   * @param missed how many more there may be; 0 almost always, see {@link Vocabulary}
   */
  public record Frequency(String word, long count, long missed) {}
}
