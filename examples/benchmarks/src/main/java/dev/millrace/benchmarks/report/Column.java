package dev.millrace.benchmarks.report;

import dev.millrace.benchmarks.report.Results.Pair;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A column of the tables: one implementation, or several of which the fastest is shown. */
record Column(String title, List<String> implementations) {
  static final Column BARE = new Column("Millrace", List.of("millrace"));
  static final Column PERSISTENT =
      new Column("Millrace, persistent selects", List.of("millrace-persistent"));
  static final Column PROVEN = new Column("Millrace, topology", List.of("topology"));
  static final List<Column> PEERS =
      List.of(
          new Column("Go", List.of("go")),
          new Column("Kotlin", List.of("kotlin")),
          new Column("Jox", List.of("jox")),
          new Column(
              "best of `java.util.concurrent`",
              List.of(
                  "array-blocking-queue",
                  "linked-blocking-queue",
                  "synchronous-queue",
                  "linked-transfer-queue",
                  "exchanger")),
          new Column("JCTools, spinning", List.of("jctools")),
          new Column("park and unpark alone", List.of("parking")));

  /** The fastest of those that ran the workload. */
  Optional<Pair> best(Results results, String workload) {
    return implementations.stream()
        .map(implementation -> new Pair(workload, implementation))
        .filter(pair -> results.nanos(pair).isPresent())
        .min(Comparator.comparingDouble(pair -> results.nanos(pair).orElseThrow().median()));
  }

  boolean isChoice() {
    return implementations.size() > 1;
  }
}
