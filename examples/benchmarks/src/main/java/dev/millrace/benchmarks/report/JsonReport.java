package dev.millrace.benchmarks.report;

import dev.millrace.benchmarks.report.Results.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The report for programs: a list with two entries, time and bytes, for each pair. */
public final class JsonReport {

  private JsonReport() {}

  /** The text of the file. */
  public static String of(Results results) {
    List<String> entries = new ArrayList<>();
    for (Pair pair : results.pairs()) {
      add(entries, pair, results.nanos(pair), "ns/op");
      add(entries, pair, results.bytes(pair), "B/op");
    }
    return "[\n  " + String.join(",\n  ", entries) + "\n]\n";
  }

  /** Names need no escapes: they are lower-case words joined by hyphens. */
  private static void add(List<String> entries, Pair pair, Optional<Summary> figures, String unit) {
    figures.ifPresent(
        summary ->
            entries.add(
                String.format(
                    Locale.ROOT,
                    "{\"workload\": \"%s\", \"implementation\": \"%s\", \"median\": %.3f,"
                        + " \"min\": %.3f, \"max\": %.3f, \"unit\": \"%s\"}",
                    pair.workload(),
                    pair.implementation(),
                    summary.median(),
                    summary.min(),
                    summary.max(),
                    unit)));
  }
}
