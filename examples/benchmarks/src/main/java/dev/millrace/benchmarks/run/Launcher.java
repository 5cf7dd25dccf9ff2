package dev.millrace.benchmarks.run;

import dev.millrace.benchmarks.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Starts a measuring process and collects its samples; none outlives a time limit. */
final class Launcher {
  private final Duration limit;

  Launcher(Duration limit) {
    this.limit = limit;
  }

  /**
   * Runs a command to its end.
   *
   * @throws Fault if it ended with a failure, printed no sample, or did not end in time
   */
  List<Sample> run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    // Reading blocks for as long as the process prints nothing, so the limit is another thread's.
    Thread watchdog = Thread.startVirtualThread(() -> endLate(process));
    List<Sample> samples = new ArrayList<>();
    StringBuilder said = new StringBuilder();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Optional<Sample> sample = Sample.parse(line);
        sample.ifPresent(samples::add);
        if (sample.isEmpty()) {
          said.append(line).append('\n');
        }
      }
      return checked(command, process.waitFor(), samples, said);
    } finally {
      watchdog.interrupt();
      process.destroyForcibly();
    }
  }

  private static List<Sample> checked(
      List<String> command, int status, List<Sample> samples, CharSequence said) {
    if (status != 0 || samples.isEmpty()) {
      throw new Fault(
          "Status "
              + status
              + " and "
              + samples.size()
              + " samples from\n"
              + String.join(" ", command)
              + "\n"
              + said);
    }
    return samples;
  }

  private void endLate(Process process) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      // It ended in time.
    }
  }
}
