package dev.millrace.examples.originals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

/** What the programs print, on the bare library and as annotated interfaces alike. */
public final class Expected {

  public static final String GENERATOR =
      """
      Joe 0
      Ann 0
      Joe 1
      Ann 1
      Joe 2
      Ann 2
      Joe 3
      Ann 3
      Joe 4
      Ann 4
      You're both boring; I'm leaving.
      """;

  public static final String FAN_IN =
      """
      Ann [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
      Joe [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
      You're both boring; I'm leaving.
      """;

  public static final String SEARCH_IN_TIME =
      """
      image result for "millrace"
      web result for "millrace"
      2 of 3 servers answered in time
      """;

  public static final String SEARCH_REPLICATED =
      """
      image result for "millrace"
      video result for "millrace"
      web result for "millrace"
      3 of 3 servers answered in time
      """;

  public static final String WORKER_POOL =
      """
      1 squared is 1
      2 squared is 4
      3 squared is 9
      4 squared is 16
      5 squared is 25
      6 squared is 36
      7 squared is 49
      8 squared is 64
      9 squared is 81
      """;

  private Expected() {}

  /**
   * Checks all that is certain of the producer, the consumer and the exit: every line of each of
   * the three in its order, and of the order between them whatever the channels settle.
   */
  public static void assertProducerConsumerExit(String output) {
    List<String> lines = output.lines().toList();
    assertEquals(
        """
        Sending 0
        Sent 0
        Sending 1
        Sent 1
        Sending 2
        Sent 2
        Sending 3
        Sent 3
        Sending 4
        Sent 4
        Finished producing
        """,
        said(lines, "Sending", "Sent", "Finished producing"));
    assertEquals(
        """
        Received 0
        Received 1
        Received 2
        Received 3
        Received 4
        Finished consuming
        """,
        said(lines, "Received", "Finished consuming"));
    assertEquals(
        """
        Waiting for everything to complete
        All done, exiting!
        """,
        said(lines, "Waiting", "All done"));
    assertEquals(11 + 6 + 2, lines.size(), "nobody else says anything:\n" + output);

    for (int value = 0; value < 5; value++) {
      assertOrder(output, lines, "Sending " + value, "Received " + value);
    }
    // With two values in the buffer and one in the consumer's hands, the fourth has to wait.
    for (int value = 0; value + 3 < 5; value++) {
      assertOrder(output, lines, "Received " + value, "Sent " + (value + 3));
    }
    assertOrder(output, lines, "Finished producing", "Finished consuming");
    assertEquals("All done, exiting!", lines.getLast(), output);
  }

  private static String said(List<String> lines, String... beginnings) {
    StringBuilder said = new StringBuilder();
    for (String line : lines) {
      if (List.of(beginnings).stream().anyMatch(line::startsWith)) {
        said.append(line).append('\n');
      }
    }
    return said.toString();
  }

  private static void assertOrder(String output, List<String> lines, String first, String second) {
    assertTrue(
        lines.indexOf(first) < lines.indexOf(second), first + " before " + second + ":\n" + output);
  }
}
