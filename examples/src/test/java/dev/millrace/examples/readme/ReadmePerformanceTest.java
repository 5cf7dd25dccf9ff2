package dev.millrace.examples.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The README quotes no figure but those of the committed report of the benchmarks, word for word.
 * {@code -Dreadme.update=true} copies the report into the README.
 */
class ReadmePerformanceTest {
  private static final String BEGIN = "<!-- examples/benchmarks/report.md -->\n";
  private static final String END = "<!-- end of the report -->\n";
  private static final Path REPORT = Path.of("examples", "benchmarks", "report.md");

  @Test
  void quotesTheReport() throws IOException {
    Path file = Readme.root().resolve("README.md");
    String readme = Files.readString(file);
    Path report = Readme.root().resolve(REPORT);
    if (!Files.exists(report)) {
      assertFalse(readme.contains(BEGIN), "figures without a report that says how they came about");
      return;
    }
    String quoting = quoting(readme, Files.readString(report));
    if (Boolean.getBoolean("readme.update")) {
      Files.writeString(file, quoting);
    } else {
      assertEquals(quoting, readme, "-Dreadme.update=true copies the report into the README");
    }
  }

  @Test
  void replacesWhatIsBetweenTheMarkersAlone() {
    assertEquals(
        "before\n" + BEGIN + "new\n" + END + "after\n",
        quoting("before\n" + BEGIN + "old\nolder\n" + END + "after\n", "new\n"));
  }

  @Test
  void missesItsMarkers() {
    assertThrows(AssertionError.class, () -> quoting("no markers", "new\n"));
    assertThrows(AssertionError.class, () -> quoting(END + BEGIN, "new\n"));
  }

  private static String quoting(String readme, String report) {
    int begin = readme.indexOf(BEGIN);
    int end = readme.indexOf(END, Math.max(begin, 0));
    if (begin < 0 || end < 0) {
      throw new AssertionError("README.md lacks the lines\n" + BEGIN + END);
    }
    return readme.substring(0, begin + BEGIN.length()) + report + readme.substring(end);
  }
}
