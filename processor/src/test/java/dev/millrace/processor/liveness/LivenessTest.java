package dev.millrace.processor.liveness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.selects.Forms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/**
 * No topology in value form that must wait for ever passes silently; and whatever is refused
 * because it would stand still does so.
 *
 * <p>Not among them are signals, handlers, arms for ends, folds that return early, actors that take
 * a {@code Sender} or have several workers; and guards let everything in.
 *
 * <p>The campaign judges 10,000 topologies, other ones if {@code fuzz.first} says where to begin:
 *
 * <pre>mvn verify -Pcampaign -pl processor -am -Dtest=LivenessTest -Dfuzz.first=50000</pre>
 */
class LivenessTest {

  private static final int BATCH = 400;

  /** Whoever has more states is left out: there are few. */
  private static final int MOST_STATES = 40_000;

  /** Told of loops even if a port takes from one of their channels too, whenever it is called. */
  private static final Set<String> EXAGGERATING = Set.of("SelfLoop", "Cycle");

  private static final int MOST_FAULTS = 5;

  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  /** Those of a batch that pass silently and never wait for ever. */
  private final List<Plan> sound = new ArrayList<>();

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void aFewHundred(TestReporter reporter) throws Exception {
    compare(LongStream.range(0, 300), reporter);
  }

  @Test
  @Tag("campaign")
  void thousands(TestReporter reporter) throws Exception {
    long count = 10_000L * Integer.getInteger("campaign.percent", 100) / 100;
    long first = Long.getLong("fuzz.first", 1_000);
    compare(LongStream.range(first, first + count), reporter);
  }

  private void compare(LongStream seeds, TestReporter reporter) throws Exception {
    List<Plan> all = seeds.mapToObj(PlanGrammar::compose).toList();
    for (int from = 0; from < all.size(); from += BATCH) {
      List<Plan> plans = all.subList(from, Math.min(from + BATCH, all.size()));
      Map<String, Judgement> judgements = Judgement.of(plans);
      for (Plan plan : plans) {
        compare(plan, Objects.requireNonNull(judgements.get(plan.packageName())));
      }
      run();
    }
    counts.forEach((what, count) -> reporter.publishEntry(what, count.toString()));
    assertEquals(
        "",
        String.join("\n", faults.subList(0, Math.min(MOST_FAULTS, faults.size()))),
        counts::toString);
    assertTrue(
        counts.getOrDefault("silent: " + Verdict.NEVER_WAITS, 0) > all.size() / 10,
        () -> "Too few pass to prove anything: " + counts);
  }

  private void compare(Plan plan, Judgement judgement) {
    if (judgement.isOtherwiseWrong()) {
      count("refused for other reasons");
      return;
    }
    Optional<Verdict> explored = Exploration.of(plan, MOST_STATES);
    if (explored.isEmpty()) {
      count("too many states");
      return;
    }
    Verdict verdict = explored.get();
    count("states", verdict.states());
    if (judgement.saysThatItStandsStill()) {
      count("refused", judgement.errors(), verdict);
      if (!verdict.isHopeless() && verdict.neverPassed().isEmpty()) {
        fault("It is refused, but need not wait for ever.", plan, judgement, verdict);
      }
    } else if (judgement.warnsOfWaiting()) {
      count("warned", judgement.warnings(), verdict);
      if (verdict.summary().equals(Verdict.NEVER_WAITS)
          && !EXAGGERATING.containsAll(judgement.warnings())) {
        fault("It is warned of, but never waits for ever.", plan, judgement, verdict);
      }
    } else {
      compareSilent(plan, judgement, verdict);
    }
  }

  private void compareSilent(Plan plan, Judgement judgement, Verdict verdict) {
    count("silent", Set.of(), verdict);
    if (verdict.isHopeless()) {
      fault("It passes silently, but must wait for ever.", plan, judgement, verdict);
    } else if (verdict.mayWait() && !plan.hasLoop()) {
      fault("Without a loop it may wait for ever.", plan, judgement, verdict);
    } else if (!verdict.mayWait() && judgement.isSilent()) {
      sound.add(plan);
    }
  }

  private void run() throws Exception {
    Forms classes = Forms.compile(sound.stream().map(PlanText::of).toList());
    for (Plan plan : sound) {
      try {
        new PlanRun(plan, classes).run();
        count("run to its end");
      } catch (AssertionError stands) {
        count("run, but it stands still");
        faults.add("It stands still: " + stands + "\n" + PlanText.of(plan).text());
      }
    }
    sound.clear();
  }

  private void fault(String what, Plan plan, Judgement judgement, Verdict verdict) {
    count(what);
    faults.add(
        what + "\n" + verdict + "\n" + judgement.messages() + "\n" + PlanText.of(plan).text());
  }

  private void count(String said, Set<String> codes, Verdict verdict) {
    count(said + ": " + verdict.summary());
    codes.forEach(code -> count(said + " for " + code + ": " + verdict.summary()));
  }

  private void count(String what) {
    count(what, 1);
  }

  private void count(String what, int times) {
    counts.merge(what, times, Integer::sum);
  }
}
