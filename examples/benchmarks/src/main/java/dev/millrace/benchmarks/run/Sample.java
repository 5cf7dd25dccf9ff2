package dev.millrace.benchmarks.run;

import java.util.Locale;
import java.util.Optional;

/**
 * What one repetition took.
 *
 * @param nanos nanoseconds for an operation
 * @param bytes bytes allocated for an operation
 */
public record Sample(double nanos, double bytes) {
  private static final String PREFIX = "sample ";

  /** The line by which a process reports it. */
  String line() {
    return String.format(Locale.ROOT, "%s%.3f %.3f", PREFIX, nanos, bytes);
  }

  /** Reads a line that a process printed; empty if it is about something else. */
  static Optional<Sample> parse(String line) {
    if (!line.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String[] figures = line.substring(PREFIX.length()).split(" ", -1);
    return Optional.of(new Sample(Double.parseDouble(figures[0]), Double.parseDouble(figures[1])));
  }
}
