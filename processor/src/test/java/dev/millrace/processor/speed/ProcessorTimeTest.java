package dev.millrace.processor.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures how long the processor takes for 200 topologies, which are the golden ones in packages
 * of their own. It reports medians, and fails only if something does not compile.
 *
 * <pre>mvn verify -Pcampaign -pl processor -am -Dtest=ProcessorTimeTest</pre>
 */
@Tag("campaign")
class ProcessorTimeTest {

  private static final int TOPOLOGIES = 200;
  private static final int ROUNDS_IN_FRESH_JVMS = 3;
  private static final int ROUNDS_TO_WARM_UP = 2;
  private static final int ROUNDS_WHEN_WARM = 5;

  @Test
  void twoHundredTopologies(TestReporter reporter, @TempDir Path folder) throws Exception {
    Compilation.prepare(topologies(), folder);
    report(
        "in a fresh JVM", rounds(ROUNDS_IN_FRESH_JVMS, way -> inFreshJvm(way, folder)), reporter);
    rounds(ROUNDS_TO_WARM_UP, way -> way.millis(folder));
    report("in a warm JVM", rounds(ROUNDS_WHEN_WARM, way -> way.millis(folder)), reporter);
  }

  private interface Measurement {
    long millis(Compilation way) throws Exception;
  }

  /** All ways in turn, again and again, so that whatever disturbs the machine disturbs all. */
  private static Map<Compilation, List<Long>> rounds(int rounds, Measurement measurement)
      throws Exception {
    Map<Compilation, List<Long>> millis = new EnumMap<>(Compilation.class);
    for (int round = 0; round < rounds; round++) {
      for (Compilation way : Compilation.values()) {
        millis.computeIfAbsent(way, first -> new ArrayList<>()).add(measurement.millis(way));
      }
    }
    return millis;
  }

  private static void report(
      String where, Map<Compilation, List<Long>> millis, TestReporter reporter) {
    millis.forEach(
        (way, all) ->
            reporter.publishEntry(
                way + " " + where,
                all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow()
                    + " ms, median of "
                    + all));
  }

  /** The golden topologies over and over, each in a package of its own. */
  private static List<SourceText> topologies() throws IOException {
    List<SourceText> topologies = new ArrayList<>();
    try (Stream<Path> folders = Files.list(Path.of("src", "test", "resources", "golden"))) {
      List<Path> golden = folders.sorted().toList();
      for (int i = 0; i < TOPOLOGIES; i++) {
        try (Stream<Path> files = Files.list(golden.get(i % golden.size()))) {
          for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
            String text =
                Files.readString(file).replaceAll("(?m)^(package|import) demo\\b", "$1 demo" + i);
            topologies.add(new SourceText("demo" + i + "/" + file.getFileName(), text));
          }
        }
      }
    }
    return topologies;
  }

  private static long inFreshJvm(Compilation way, Path folder) throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                ProcessorTimeTest.class.getName(),
                way.name(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String millis =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, process.waitFor());
    return Long.parseLong(millis);
  }

  /** Compiles once, as a build does, and prints the milliseconds. */
  public static void main(String[] arguments) throws IOException {
    System.out.println(Compilation.valueOf(arguments[0]).millis(Path.of(arguments[1])));
  }
}
