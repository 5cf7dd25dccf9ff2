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
      line("Interrupted. Counted so far:");
    }
    line("files    %d", files.files());
    line("lines    %d", totals.lines());
    line("words    %d", totals.words());
    line("skipped  %d", files.skipped());
    line("");
    for (Frequency frequency : totals.mostFrequent()) {
      line("%9d  %s%s", frequency.count(), frequency.word(), missed(frequency));
    }
    line("");
    line("time     %.1f s", (System.nanoTime() - begin) / 1e9);
    out.flush();
  }

  private static String missed(Frequency frequency) {
    return frequency.missed() == 0 ? "" : " (or up to " + frequency.missed() + " more)";
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
