package dev.millrace.benchmarks;

import dev.millrace.benchmarks.report.Environment;
import dev.millrace.benchmarks.report.JsonReport;
import dev.millrace.benchmarks.report.MarkdownReport;
import dev.millrace.benchmarks.report.MarkdownReport.Title;
import dev.millrace.benchmarks.report.Results;
import dev.millrace.benchmarks.run.Schedule;
import dev.millrace.benchmarks.run.Session;
import dev.millrace.benchmarks.run.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Runs all implementations in turn and writes {@code report.json} and {@code report.md}. */
public final class Benchmarks {

  private Benchmarks() {}

  /** See {@link Options}. */
  public static void main(String[] args) throws IOException, InterruptedException {
    try {
      run(Options.parse(args), System.out);
    } catch (IllegalArgumentException | Fault e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  static void run(Options options, PrintStream progress) throws IOException, InterruptedException {
    Settings settings = new Settings(options.effort(), options.jvmFlags());
    Schedule schedule =
        Schedule.of(options.forks(), options.workloads(), options.implementations());
    Session session = new Session(settings, progress);
    Results results = new Results(session.run(schedule));

    List<Title> titles =
        options.workloads().stream()
            .map(workload -> new Title(workload.id(), workload.title(), workload.measuresMemory()))
            .toList();
    String text = new MarkdownReport(environment(options, session), titles, results).text();
    Files.createDirectories(options.output());
    write(options.output().resolve("report.json"), JsonReport.of(results), progress);
    write(options.output().resolve("report.md"), text, progress);
    progress.print("\n" + text);
  }

  private static Environment environment(Options options, Session session) throws IOException {
    List<String> versions = new ArrayList<>();
    versions.add(Environment.thisJava());
    versions.addAll(options.jvmFlags());
    if (!options.versions().isEmpty()) {
      versions.add(options.versions());
    }
    options.implementations().stream()
        .flatMap(implementation -> implementation.version().stream())
        .forEach(versions::add);
    return new Environment(
        options.command(),
        Environment.thisMachine(),
        versions,
        ("Processes for each figure, in turn: %d; repetitions in each, after %d ms of warm-up: %d,"
                + " of %d ms at least. Operations at a time: %s. %s")
            .formatted(
                options.forks(),
                options.effort().warmUp().toMillis(),
                options.effort().repetitions(),
                options.effort().shortest().toMillis(),
                sizes(options),
                session.steadiness().text())
            .strip());
  }

  private static String sizes(Options options) {
    return options.workloads().stream()
        .map(
            workload ->
                "%s %,d"
                    .formatted(workload.id(), workload.operations(options.effort().size(workload))))
        .collect(Collectors.joining("; "));
  }

  private static void write(Path file, String text, PrintStream progress) throws IOException {
    Files.writeString(file, text);
    progress.println("wrote " + file);
  }
}
