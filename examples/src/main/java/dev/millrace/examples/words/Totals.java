package dev.millrace.examples.words;

import java.util.List;

/**
 * What all chunks hold together.
 *
 * @param mostFrequent the most frequent words, the most frequent first
 * @param forgotten how often any other word may have been seen; 0 almost always, see {@link
 *     Vocabulary}
 */
public record Totals(long lines, long words, List<Frequency> mostFrequent, long forgotten) {

  /** Whether a word that is not listed may be as frequent as one that is. */
  public boolean mayLackWords() {
    return forgotten > 0 && (mostFrequent.isEmpty() || mostFrequent.getLast().count() <= forgotten);
  }

  /**
   * How often a word was seen.
   *
   * @param count how often at least
   * @param missed how many more there may be; 0 where {@code forgotten} is
   */
  public record Frequency(String word, long count, long missed) {}
}
