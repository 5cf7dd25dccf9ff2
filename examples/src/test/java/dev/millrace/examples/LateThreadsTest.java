package dev.millrace.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LateThreadsTest {

  /**
   * In a JVM of its own, because the number of carriers can only be given at its start. Without the
   * breaths that waiting operations take, none of the late threads runs.
   */
  @ParameterizedTest
  @ValueSource(strings = {"channel", "buffered", "select"})
  @Timeout(300)
  void virtualThreadsStartedLateRunBesidePairsThatHandOverAllDay(String means)
      throws IOException, InterruptedException {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.virtualThreadScheduler.parallelism=2",
                "-Djdk.virtualThreadScheduler.maxPoolSize=2",
                "-Dmillrace.late.seconds=60",
                "-cp",
                System.getProperty("java.class.path"),
                LateThreads.class.getName(),
                means)
            .redirectErrorStream(true)
            .start();
    try {
      String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(output.startsWith(means + ": 100 of 100 late threads ran"), output);
      assertTrue(program.waitFor() == 0, output);
    } finally {
      program.destroyForcibly();
    }
  }
}
