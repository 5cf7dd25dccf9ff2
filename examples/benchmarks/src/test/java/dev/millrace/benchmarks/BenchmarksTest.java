package dev.millrace.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session from its options to its reports, with real processes. */
class BenchmarksTest {
  @TempDir Path folder;

  @Test
  void writesBothReports() throws Exception {
    Options options =
        Options.parse(
            "effort=tiny",
            "workloads=one-to-one-16,uncontended",
            "implementations=millrace,jox",
            "forks=2",
            "output=" + folder);

    Benchmarks.run(options, new PrintStream(OutputStream.nullOutputStream()));

    String json = Files.readString(folder.resolve("report.json"));
    for (String workload : new String[] {"one-to-one-16", "uncontended"}) {
      for (String implementation : new String[] {"millrace", "jox"}) {
        String entry =
            "\\{\"workload\": \"%s\", \"implementation\": \"%s\", \"median\": [0-9.]+,"
                    .formatted(workload, implementation)
                + " \"min\": [0-9.]+, \"max\": [0-9.]+, \"unit\": \"ns/op\"\\}";
        assertEquals(1, Pattern.compile(entry).matcher(json).results().count(), json);
      }
    }
    String markdown = Files.readString(folder.resolve("report.md"));
    assertTrue(markdown.contains("| workload | Millrace | Jox |"), markdown);
    assertTrue(markdown.contains("| 1:1, buffer 16 | "), markdown);
  }
}
