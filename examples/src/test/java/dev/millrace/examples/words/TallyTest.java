package dev.millrace.examples.words;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

  @Test
  void countsEachWord() {
    assertEquals(
        new Tally(2, 5, Map.of("to", 2L, "be_2", 1L, "To", 1L, "not", 1L)),
        tally("to be_2\n(To-not,to)"));
  }

  @Test
  void knowsALongWordByItsBeginning() {
    String longest = "x".repeat(Words.LONGEST);

    assertEquals(Map.of(longest, 1L), tally(longest).counts());
    assertEquals(Map.of(longest + "...", 2L), tally(longest + "x " + longest + "yz").counts());
  }

  private static Tally tally(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return Tally.of(new Chunk(bytes, bytes.length, true));
  }
}
