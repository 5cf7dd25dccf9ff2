package dev.millrace.benchmarks.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.benchmarks.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LauncherTest {
  private static final Duration AMPLE = Duration.ofMinutes(1);

  /** Prints what it is told, and ends as it is told. */
  static final class Child {
    public static void main(String[] args) throws InterruptedException {
      for (int i = 1; i < args.length; i++) {
        System.out.println(args[i]);
      }
      switch (args[0]) {
        case "good" -> System.exit(0);
        case "bad" -> System.exit(3);
        default -> Thread.currentThread().join();
      }
    }
  }

  @Test
  void collectsSamplesAmongOtherLines() throws Exception {
    assertEquals(
        List.of(new Sample(1.5, 0), new Sample(2, 16)),
        run(AMPLE, "good", "sample 1.500 0.000", "a warning", "sample 2.000 16.000"));
  }

  @Test
  void takesAStatusForAFault() {
    assertFault(AMPLE, "a complaint", "bad", "sample 1.0 0.0", "a complaint");
  }

  @Test
  void takesSilenceForAFault() {
    assertFault(AMPLE, "0 samples", "good", "nothing to report");
  }

  @Test
  void endsWhatHangs() {
    assertFault(Duration.ofSeconds(1), "Status", "hang", "sample 1.0 0.0");
  }

  private static void assertFault(Duration limit, String part, String... args) {
    String message = String.valueOf(assertThrows(Fault.class, () -> run(limit, args)).getMessage());
    assertTrue(message.contains(part), message);
  }

  private static List<Sample> run(Duration limit, String... args) throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                Child.class.getName()));
    command.addAll(List.of(args));
    return new Launcher(limit).run(command);
  }
}
