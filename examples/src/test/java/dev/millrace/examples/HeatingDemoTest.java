package dev.millrace.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeatingDemoTest {

  @Test
  void heatsWhenItIsCold(@TempDir Path folder) throws Exception {
    Program.Ended ended = Program.run(folder, HeatingDemo.class);

    assertEquals("", ended.errors());
    assertEquals(
        """
        17.5 heat
        18.9 heat
        21.0 rest
        18.0 heat
        off
        """,
        ended.output());
    assertEquals(0, ended.status());
  }
}
