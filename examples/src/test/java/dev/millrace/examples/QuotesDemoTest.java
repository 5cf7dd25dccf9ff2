package dev.millrace.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuotesDemoTest {

  @Test
  void repliesToEachCallerWhatItAsked(@TempDir Path folder) throws Exception {
    Program.Ended ended = Program.run(folder, QuotesDemo.class);

    assertEquals("", ended.errors());
    assertEquals(
        """
        ACME costs 1250
        MILL costs 9900
        RACE costs 310
        3000 of 3000 replies were the caller's
        no reply: nobody trades NONE
        no reply in time
        RACE still costs 310
        """,
        ended.output());
    assertEquals(0, ended.status());
  }
}
