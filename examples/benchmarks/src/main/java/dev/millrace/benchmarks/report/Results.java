package dev.millrace.benchmarks.report;

import dev.millrace.benchmarks.run.Measurement;
import dev.millrace.benchmarks.run.Sample;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** All measurements of a session, by workload and implementation. */
public final class Results {

  /** Which implementation ran which workload. */
  record Pair(String workload, String implementation) {}

  private final Map<Pair, Map<Integer, List<Sample>>> rounds = new LinkedHashMap<>();

  /** Groups them, keeping their order. */
  public Results(Collection<Measurement> measurements) {
    for (Measurement measurement : measurements) {
      rounds
          .computeIfAbsent(
              new Pair(measurement.workload(), measurement.implementation()),
              pair -> new TreeMap<>())
          .put(measurement.round(), measurement.samples());
    }
  }

  /** What was measured, in the order in which it first was. */
  List<Pair> pairs() {
    return List.copyOf(rounds.keySet());
  }

  /** Nanoseconds for an operation, over all repetitions of all rounds. */
  Optional<Summary> nanos(Pair pair) {
    return summary(pair, Sample::nanos);
  }

  /** Bytes allocated for an operation, over all repetitions of all rounds. */
  Optional<Summary> bytes(Pair pair) {
    return summary(pair, Sample::bytes);
  }

  private Optional<Summary> summary(Pair pair, ToDoubleFunction<Sample> figure) {
    List<Double> figures =
        samples(pair).values().stream().flatMap(List::stream).map(figure::applyAsDouble).toList();
    return figures.isEmpty() ? Optional.empty() : Optional.of(Summary.of(figures));
  }

  /**
   * How many times as long the other took. Medians are compared round by round, since a machine's
   * speed drifts; of the rounds' ratios this is the median. Empty if there is no common round.
   */
  Optional<Double> ratio(Pair other, Pair ours) {
    List<Double> ratios = new ArrayList<>();
    samples(ours)
        .forEach(
            (round, samples) -> {
              List<Sample> theirs = samples(other).get(round);
              if (theirs != null) {
                ratios.add(median(theirs) / median(samples));
              }
            });
    return ratios.isEmpty() ? Optional.empty() : Optional.of(Summary.of(ratios).median());
  }

  private static double median(List<Sample> samples) {
    return Summary.of(samples.stream().map(Sample::nanos).toList()).median();
  }

  private Map<Integer, List<Sample>> samples(Pair pair) {
    return rounds.getOrDefault(pair, Map.of());
  }
}
