package dev.millrace.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobBoardDemoTest {

  @Test
  void doesAllJobsTicksAndQuits(@TempDir Path folder) throws Exception {
    Program.Ended ended = Program.run(folder, JobBoardDemo.class);

    assertEquals("", ended.errors());
    assertEquals(
        """
        jobs done       [1, 2, 3, 4, 5, 6, 7, 8]
        sum of squares  204
        ticks           3 or more
        quit
        """,
        ended.output());
    assertEquals(0, ended.status());
  }
}
