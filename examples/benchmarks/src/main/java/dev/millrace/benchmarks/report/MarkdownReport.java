package dev.millrace.benchmarks.report;

import dev.millrace.benchmarks.report.Results.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The report for people: how it was measured, the medians, and the ratios to the peers. */
public final class MarkdownReport {
  private static final String NONE = "-";

  private final Environment environment;
  private final List<Title> workloads;
  private final Results results;

  /**
   * What a workload is called.
   *
   * @param keepsBytes whether its bytes are those that are kept
   */
  public record Title(String workload, String title, boolean keepsBytes) {}

  /** Reports on those workloads, in that order. */
  public MarkdownReport(Environment environment, List<Title> workloads, Results results) {
    this.environment = environment;
    this.workloads = List.copyOf(workloads);
    this.results = results;
  }

  /** The text of the file. */
  public String text() {
    List<Column> all =
        Stream.concat(
                Stream.of(Column.BARE, Column.PERSISTENT, Column.PROVEN), Column.PEERS.stream())
            .toList();
    StringBuilder text = new StringBuilder(environment.text());
    table(
        text,
        "Nanoseconds for an operation, medians",
        all,
        workload -> column -> nanos(column, workload));
    table(
        text,
        "Times as fast as each, the library used alone",
        Column.PEERS,
        workload -> column -> ratio(column, Column.BARE, workload));
    table(
        text,
        "Times as fast as each, with selects that are persistent",
        Column.PEERS,
        workload -> column -> ratio(column, Column.PERSISTENT, workload));
    table(
        text,
        "Times as fast as each, as an annotated topology",
        Column.PEERS,
        workload -> column -> ratio(column, Column.PROVEN, workload));
    table(
        text,
        "Bytes allocated for an operation, medians",
        all,
        workload -> column -> workload.keepsBytes() ? NONE : bytes(column, workload));
    table(
        text,
        "Bytes kept by each, medians",
        all,
        workload -> column -> workload.keepsBytes() ? bytes(column, workload) : NONE);
    return text.toString();
  }

  /** Columns, rows and tables with nothing to show are left out. */
  private void table(
      StringBuilder text,
      String heading,
      List<Column> columns,
      Function<Title, Function<Column, String>> cells) {
    List<Column> shown =
        columns.stream()
            .filter(
                column ->
                    workloads.stream()
                        .anyMatch(row -> !cells.apply(row).apply(column).equals(NONE)))
            .toList();
    if (shown.isEmpty()) {
      return;
    }
    text.append('\n').append(heading).append(":\n\n");
    List<String> titles = new ArrayList<>(List.of("workload"));
    shown.forEach(column -> titles.add(column.title()));
    row(text, titles);
    row(text, titles.stream().map(title -> title.equals("workload") ? "---" : "--:").toList());
    for (Title workload : workloads) {
      List<String> row = new ArrayList<>(List.of(workload.title()));
      shown.forEach(column -> row.add(cells.apply(workload).apply(column)));
      if (row.stream().skip(1).anyMatch(cell -> !cell.equals(NONE))) {
        row(text, row);
      }
    }
  }

  private static void row(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private String nanos(Column column, Title workload) {
    return column
        .best(results, workload.workload())
        .map(pair -> figure(results.nanos(pair).orElseThrow()) + name(column, pair))
        .orElse(NONE);
  }

  private String bytes(Column column, Title workload) {
    return column
        .best(results, workload.workload())
        .map(pair -> figure(results.bytes(pair).orElseThrow()) + name(column, pair))
        .orElse(NONE);
  }

  private static String figure(Summary summary) {
    return String.format(Locale.ROOT, summary.median() < 100 ? "%.1f" : "%.0f", summary.median());
  }

  private static String name(Column column, Pair pair) {
    return column.isChoice() ? " (" + pair.implementation() + ")" : "";
  }

  private String ratio(Column theirs, Column ours, Title workload) {
    Optional<Pair> other = theirs.best(results, workload.workload());
    Optional<Pair> own = ours.best(results, workload.workload());
    if (other.isEmpty() || own.isEmpty()) {
      return NONE;
    }
    return results
        .ratio(other.get(), own.get())
        .map(ratio -> String.format(Locale.ROOT, "%.2f", ratio))
        .orElse(NONE);
  }
}
