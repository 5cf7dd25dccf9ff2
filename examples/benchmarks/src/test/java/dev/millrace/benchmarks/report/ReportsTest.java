package dev.millrace.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.benchmarks.report.MarkdownReport.Title;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both files, word for word. */
class ReportsTest {
  private final Results results =
      new Results(
          List.of(
              Measured.of("send", "millrace", 0, 50),
              Measured.of("send", "go", 0, 100),
              Measured.of("send", "synchronous-queue", 0, 400),
              Measured.of("send", "exchanger", 0, 125),
              Measured.of("select", "millrace", 0, 8),
              Measured.of("select", "millrace-persistent", 0, 5),
              Measured.of("select", "topology", 0, 4),
              Measured.of("select", "go", 0, 2),
              Measured.of("idle", "millrace", 0, 6)));

  @Test
  void jsonHasAnEntryForTimeAndOneForBytes() {
    Results few =
        new Results(
            List.of(Measured.of("send", "millrace", 0, 1, 2, 4), Measured.of("send", "go", 0, 8)));

    assertEquals(
        """
        [
          {"workload": "send", "implementation": "millrace", "median": 2.000, "min": 1.000, "max": 4.000, "unit": "ns/op"},
          {"workload": "send", "implementation": "millrace", "median": 1.000, "min": 0.500, "max": 2.000, "unit": "B/op"},
          {"workload": "send", "implementation": "go", "median": 8.000, "min": 8.000, "max": 8.000, "unit": "ns/op"},
          {"workload": "send", "implementation": "go", "median": 4.000, "min": 4.000, "max": 4.000, "unit": "B/op"}
        ]
        """,
        JsonReport.of(few));
  }

  @Test
  void markdownHasMediansRatiosAndBytes() {
    Environment environment =
        new Environment("make bench", "1 x abacus", List.of("JDK 99", "Go 9"), "Once.");
    List<Title> titles =
        List.of(
            new Title("send", "sending", false),
            new Title("select", "choosing", false),
            new Title("idle", "idling", true));

    assertEquals(
        """
        Measured by `make bench` on 1 x abacus: JDK 99, Go 9. Once.

        Nanoseconds for an operation, medians:

        | workload | Millrace | Millrace, persistent selects | Millrace, topology | Go | best of `java.util.concurrent` |
        | --- | --: | --: | --: | --: | --: |
        | sending | 50.0 | - | - | 100 | 125 (exchanger) |
        | choosing | 8.0 | 5.0 | 4.0 | 2.0 | - |
        | idling | 6.0 | - | - | - | - |

        Times as fast as each, the library used alone:

        | workload | Go | best of `java.util.concurrent` |
        | --- | --: | --: |
        | sending | 2.00 | 2.50 |
        | choosing | 0.25 | - |

        Times as fast as each, with selects that are persistent:

        | workload | Go |
        | --- | --: |
        | choosing | 0.40 |

        Times as fast as each, as an annotated topology:

        | workload | Go |
        | --- | --: |
        | choosing | 0.50 |

        Bytes allocated for an operation, medians:

        | workload | Millrace | Millrace, persistent selects | Millrace, topology | Go | best of `java.util.concurrent` |
        | --- | --: | --: | --: | --: | --: |
        | sending | 25.0 | - | - | 50.0 | 62.5 (exchanger) |
        | choosing | 4.0 | 2.5 | 2.0 | 1.0 | - |

        Bytes kept by each, medians:

        | workload | Millrace |
        | --- | --: |
        | idling | 3.0 |
        """,
        new MarkdownReport(environment, titles, results).text());
  }

  @Test
  void tablesWithNothingToShowAreLeftOut() {
    Environment environment = new Environment("make", "an abacus", List.of("Go 9"), "Once.");
    List<Title> titles = List.of(new Title("nothing", "doing nothing", false));

    assertEquals(
        "Measured by `make` on an abacus: Go 9. Once.\n",
        new MarkdownReport(environment, titles, results).text());
  }
}
