package dev.millrace.examples.words;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.examples.words.Totals.Frequency;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VocabularyTest {

  @Test
  void listsTheMostFrequentFirstAndEqualOnesInOrder() {
    Vocabulary vocabulary = new Vocabulary(Long.MAX_VALUE);
    for (String word : List.of("b", "rare", "a", "top", "c")) {
      vocabulary.add(word, word.equals("rare") ? 1 : 2);
    }
    vocabulary.add("top", 7);

    assertEquals(
        List.of(
            new Frequency("top", 9, 0),
            new Frequency("a", 2, 0),
            new Frequency("b", 2, 0),
            new Frequency("c", 2, 0)),
        vocabulary.mostFrequent(4));
  }

  @Test
  void listsAllIfThereAreFewer() {
    assertEquals(List.of(), new Vocabulary(1_000).mostFrequent(20));
  }

  @Test
  void countsWordsThatCameEarlyExactlyHoweverManyOthersFollow() {
    Vocabulary vocabulary = new Vocabulary(100_000);
    for (int i = 0; i < 100_000; i++) {
      vocabulary.add("often", 1);
      vocabulary.add("once" + i, 1);
    }

    assertEquals(new Frequency("often", 100_000, 0), vocabulary.mostFrequent(1).getFirst());
  }

  @Test
  void keepsTheCountsWithinWhatItSaysInASmallMemory() {
    Random random = new Random(7);
    for (int round = 0; round < 20; round++) {
      Map<String, Long> exact = new HashMap<>();
      Vocabulary vocabulary = new Vocabulary(20_000);
      for (int i = 0; i < 50_000; i++) {
        // The smaller the number, the more often it comes, and it drifts.
        double skewed = random.nextDouble();
        String word = "w" + (int) (20_000 * skewed * skewed * skewed) + i / 10_000 % 2;
        exact.merge(word, 1L, Long::sum);
        vocabulary.add(word, 1);
      }

      List<Frequency> all = vocabulary.mostFrequent(Integer.MAX_VALUE);
      assertTrue(all.size() < 20_000 / 128, "no more words than fit");
      long missed = 0;
      for (Frequency frequency : all) {
        long count = requireNonNull(exact.remove(frequency.word()));
        missed = Math.max(missed, frequency.missed());
        assertTrue(frequency.count() <= count, "at least " + frequency + ", really " + count);
        assertTrue(
            count <= frequency.count() + frequency.missed(),
            "at most " + frequency + ", really " + count);
      }
      assertTrue(missed > 0, "the memory was too small");
      // What is left are the words that it does not know.
      assertTrue(Collections.max(exact.values()) <= vocabulary.forgotten(), "forgotten");
    }
  }
}
