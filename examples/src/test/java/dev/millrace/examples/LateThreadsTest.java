package dev.millrace.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class LateThreadsTest {

  /**
   * In a JVM of its own, because the number of carriers can only be given at its start. Without the
   * breaths that waiting operations take, none of the late threads runs.
   */
  @Test
  @Timeout(60)
  void virtualThreadsStartedLateRunBesidePairsThatHandOverAllDay()
      throws IOException, InterruptedException {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.virtualThreadScheduler.parallelism=2",
                "-Djdk.virtualThreadScheduler.maxPoolSize=2",
                "-cp",
                System.getProperty("java.class.path"),
                LateThreads.class.getName())
            .redirectErrorStream(true)
            .start();
    try {
      String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(output.startsWith("channel: 100 of 100 late threads ran"), output);
      assertTrue(program.waitFor() == 0, output);
    } finally {
      program.destroyForcibly();
    }
  }
}
