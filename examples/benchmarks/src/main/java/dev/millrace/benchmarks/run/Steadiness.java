package dev.millrace.benchmarks.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Keeps apart what a program takes and what the machine does meanwhile. Before and after each
 * process the machine is probed; a process during which it was much slower than it can be runs
 * again. Every implementation is treated alike, and what a process measured has no say in it.
 */
public final class Steadiness {

  /** Probes vary by less than a factor of two where nothing is the matter. */
  private static final double SLOW = 2.5;

  /** Something about the machine that does not depend on what is measured. */
  @FunctionalInterface
  interface Probe {
    double nanos() throws InterruptedException;
  }

  /** Runs a process that measures. */
  @FunctionalInterface
  interface Attempt {
    List<Sample> run() throws IOException, InterruptedException;
  }

  private final Probe probe;
  private final int attempts;
  private final List<Double> probes = new ArrayList<>();
  private double least = Double.MAX_VALUE;
  private int repeated;
  private int disturbed;

  /** Allows each process that many attempts; one means that the machine is taken as it is. */
  Steadiness(Probe probe, int attempts) {
    this.probe = probe;
    this.attempts = attempts;
  }

  /** Runs a process until the machine was not slow meanwhile, or there are no attempts left. */
  List<Sample> undisturbed(Attempt process) throws IOException, InterruptedException {
    if (attempts == 1) {
      return process.run();
    }
    for (int attempt = 1; ; attempt++) {
      double before = look();
      List<Sample> samples = process.run();
      double after = look();
      // Only now, since the second look may be the one that shows what the machine can do.
      if (Math.max(before, after) <= SLOW * least) {
        return samples;
      }
      if (attempt == attempts) {
        disturbed++;
        return samples;
      }
      repeated++;
    }
  }

  private double look() throws InterruptedException {
    double nanos = probe.nanos();
    probes.add(nanos);
    least = Math.min(least, nanos);
    return nanos;
  }

  /** A sentence for the report, empty if nobody looked. */
  public String text() {
    if (probes.isEmpty()) {
      return "";
    }
    List<Double> sorted = probes.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "A cache line went to another core and back in %.0f ns (median; least %.0f, most %.0f);"
            + " processes with more than %.1f times the least before or after them ran again: %d;"
            + " kept all the same after %d attempts: %d.",
        sorted.get(sorted.size() / 2),
        sorted.getFirst(),
        sorted.getLast(),
        SLOW,
        repeated,
        attempts,
        disturbed);
  }
}
