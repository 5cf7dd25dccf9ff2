package dev.millrace.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where and how figures were measured.
 *
 * @param command what was typed
 * @param machine processor and operating system
 * @param versions what was measured, with versions
 * @param method how often
 */
public record Environment(String command, String machine, List<String> versions, String method) {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final String MODEL = "model name";

  /** A paragraph of the report. */
  String text() {
    return "Measured by `%s` on %s: %s. %s%n"
        .formatted(command, machine, String.join(", ", versions), method)
        .replace(System.lineSeparator(), "\n");
  }

  /** The machine this runs on. */
  public static String thisMachine() throws IOException {
    return "%d x %s, %s %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            processor(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"));
  }

  private static String processor() throws IOException {
    if (!Files.exists(PROCESSORS)) {
      return "processor";
    }
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith(MODEL))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("processor");
    }
  }

  /** The JDK this runs on. */
  public static String thisJava() {
    return "JDK " + Runtime.version();
  }
}
