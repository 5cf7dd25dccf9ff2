package dev.millrace.examples;

import dev.millrace.examples.words.TextFiles;
import dev.millrace.examples.words.Totals;
import dev.millrace.examples.words.Totals.Frequency;
import java.io.PrintStream;
import java.util.Locale;

/** What {@link WordFrequencies} prints at the end. Its time begins when it is made. */
final class Report {
  private final PrintStream out;
  private final long begin = System.nanoTime();
  private volatile boolean partial;

  Report(PrintStream out) {
    this.out = out;
  }

  /** From now on the report says that something is missing. */
  void isPartial() {
    partial = true;
  }

  void print(TextFiles files, Totals totals) {
    if (partial) {
      out.println("Interrupted. Counted so far:");
    }
    // No locale's own digits or separators: the lines are for programs, too.
    out.printf(Locale.ROOT, "files    %d%n", files.files());
    out.printf(Locale.ROOT, "lines    %d%n", totals.lines());
    out.printf(Locale.ROOT, "words    %d%n", totals.words());
    out.printf(Locale.ROOT, "skipped  %d%n%n", files.skipped());
    for (Frequency word : totals.mostFrequent()) {
      out.printf(Locale.ROOT, "%9d  %s%s%n", word.count(), word.word(), missed(word));
    }
    if (totals.mayLackWords()) {
      out.printf(
          Locale.ROOT, "Other words may be as frequent, up to %d times.%n", totals.forgotten());
    }
    out.printf(Locale.ROOT, "%ntime     %.1f s%n", (System.nanoTime() - begin) / 1e9);
    out.flush();
  }

  private static String missed(Frequency frequency) {
    return frequency.missed() == 0 ? "" : " (or up to " + frequency.missed() + " more)";
  }
}
