package dev.millrace.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsDemoTest {

  @Test
  void servesABurstAndThenOneByOne(@TempDir Path folder) throws Exception {
    Program.Ended ended = Program.run(folder, LimitsDemo.class);

    assertEquals("", ended.errors());
    assertEquals(
        """
        served 10 at once
        denied the next
        served the next after a while: true
        """,
        ended.output());
    assertEquals(0, ended.status());
  }
}
