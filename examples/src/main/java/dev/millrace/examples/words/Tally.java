package dev.millrace.examples.words;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What one chunk holds.
 *
 * @param lines how many lines begin in it
 * @param words how many words it has
 * @param counts how often it has each
 */
public record Tally(long lines, long words, Map<String, Long> counts) {

  /** Counts the lines and words of a chunk. */
  static Tally of(Chunk chunk) {
    Map<String, Long> counts = new HashMap<>();
    long lines = 0;
    long words = 0;
    boolean startsLine = chunk.startsLine();
    int begin = 0;
    for (int i = 0; i <= chunk.length(); i++) {
      boolean ended = i == chunk.length();
      if (ended || !Words.isPart(chunk.at(i))) {
        if (begin < i) {
          words++;
          counts.merge(word(chunk, begin, i), 1L, Long::sum);
        }
        begin = i + 1;
      }
      if (!ended) {
        lines += startsLine ? 1 : 0;
        startsLine = chunk.at(i) == '\n';
      }
    }
    return new Tally(lines, words, counts);
  }

  private static String word(Chunk chunk, int begin, int end) {
    int length = Math.min(end - begin, Words.LONGEST);
    // Words are ASCII, and Latin-1 is the decoding that only copies.
    String word = new String(chunk.bytes(), begin, length, StandardCharsets.ISO_8859_1);
    return length == end - begin ? word : word + "...";
  }
}
