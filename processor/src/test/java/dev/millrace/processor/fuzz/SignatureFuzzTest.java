package dev.millrace.processor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.MemoryFiles;
import dev.millrace.processor.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Whatever the signatures of a topology, the processor writes clean code that compiles, or says
 * what is wrong: never an error of javac's in generated code, never {@code [Internal]}.
 *
 * <p>The campaign compiles 20,000 interfaces, other ones if {@code fuzz.first} says where to begin:
 *
 * <pre>mvn verify -Pcampaign -pl processor -am -Dtest=SignatureFuzzTest -Dfuzz.first=50000</pre>
 */
class SignatureFuzzTest {

  private static final int BATCH = 200;

  @Test
  void aFewHundred(TestReporter reporter) throws Exception {
    demandCleanCodeOrOurMessage(LongStream.range(0, 400), reporter);
  }

  /** A deprecated method of Object in the interface, of which javac warned in the class. */
  @Test
  void whatTheCampaignFound(TestReporter reporter) throws Exception {
    demandCleanCodeOrOurMessage(LongStream.of(41_959), reporter);
  }

  @Test
  @Tag("campaign")
  void thousands(TestReporter reporter) throws Exception {
    long count = 20_000L * Integer.getInteger("campaign.percent", 100) / 100;
    long first = Long.getLong("fuzz.first", 1_000);
    demandCleanCodeOrOurMessage(LongStream.range(first, first + count), reporter);
  }

  private static void demandCleanCodeOrOurMessage(LongStream seeds, TestReporter reporter)
      throws Exception {
    Map<String, Integer> counts = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    List<Long> all = seeds.boxed().toList();
    try (MemoryFiles files = MemoryFiles.forJavac()) {
      for (int from = 0; from < all.size(); from += BATCH) {
        List<SourceText> sources =
            all.subList(from, Math.min(from + BATCH, all.size())).stream()
                .flatMap(seed -> sources(seed).stream())
                .toList();
        FuzzBatch.compile(sources, files)
            .forEach((owner, outcome) -> count(owner, outcome, sources, counts, faults));
      }
    }
    counts.forEach((what, count) -> reporter.publishEntry(what, count.toString()));

    assertEquals(
        "", String.join("\n", faults.subList(0, Math.min(5, faults.size()))), counts::toString);
    int legal = counts.getOrDefault("legal", 0) + counts.getOrDefault("legal with warnings", 0);
    assertTrue(legal > all.size() / 3, () -> "Too few are legal to prove anything: " + counts);
  }

  private static List<SourceText> sources(long seed) {
    Dice dice = new Dice(seed);
    TopologyText text = TopologyGrammar.compose(dice, "f" + seed);
    if (dice.oneIn(2)) {
      Mistakes mistakes = new Mistakes(dice, text);
      for (int i = 1 + dice.below(2); i > 0; i--) {
        mistakes.makeOne();
      }
    }
    return text.print();
  }

  private static void count(
      String owner,
      Outcome outcome,
      List<SourceText> sources,
      Map<String, Integer> counts,
      List<String> faults) {
    switch (outcome) {
      case Outcome.Legal legal when legal.warnings().isEmpty() -> add("legal", counts);
      case Outcome.Legal legal -> {
        add("legal with warnings", counts);
        legal.warnings().forEach(code -> add("warning " + code, counts));
      }
      case Outcome.Refused refused -> {
        add("refused", counts);
        refused.codes().forEach(code -> add("refused for " + code, counts));
      }
      case Outcome.Violation violation -> {
        add("violation", counts);
        faults.add(violation.message() + "\n" + textOf(owner, sources));
      }
      case Outcome.NoJava noJava -> {
        add("no Java", counts);
        // First: javac then processes none of the others.
        faults.addFirst(
            "The grammar is wrong: " + noJava.message() + "\n" + textOf(owner, sources));
      }
    }
  }

  private static void add(String what, Map<String, Integer> counts) {
    counts.merge(what, 1, Integer::sum);
  }

  private static String textOf(String owner, List<SourceText> sources) {
    return sources.stream()
        .filter(source -> source.path().startsWith(owner + "/"))
        .map(SourceText::text)
        .collect(Collectors.joining("\n"));
  }
}
