package dev.millrace.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.allocation.TryReceiveLoop.Meeting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever takes the outcome of {@code tryReceive} apart at once pays for no object: escape analysis
 * removes it. That holds where the compiler knows what the polls come back with, so each case has a
 * virtual machine of its own, which has seen nothing else.
 */
class TryReceiveAllocationTest {

  /** A received value is an object of 16 bytes. */
  private static final double NONE = 4;

  @ParameterizedTest
  @EnumSource
  @Timeout(60)
  void anOutcomeThatIsTakenApartAtOnceCostsNoObject(Meeting meeting) throws Exception {
    Process loop =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Compiles before going on, so that the last rounds run what was compiled.
                "-Xbatch",
                "-cp",
                System.getProperty("java.class.path"),
                TryReceiveLoop.class.getName(),
                meeting.name())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      String printed = new String(loop.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, loop.waitFor(), printed);
      double bytes = Double.parseDouble(printed.substring(0, printed.indexOf(' ')));
      assertTrue(bytes < NONE, printed);
    } finally {
      loop.destroyForcibly();
    }
  }
}
