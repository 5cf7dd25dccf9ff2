package dev.millrace.examples;

import dev.millrace.StartOptions;
import dev.millrace.examples.words.Notices;
import dev.millrace.examples.words.TextFiles;
import dev.millrace.examples.words.Totals;
import dev.millrace.examples.words.WordCountTopology;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Counts the words of text files: {@code WordFrequencies [file or directory ...]}, by default those
 * of the project in the working directory.
 *
 * <p>The work is described by {@link dev.millrace.examples.words.WordCount}. The exit status is 0
 * if everything was counted and 1 if something had to be passed over. Ctrl-C ends the count early:
 * what was counted so far is printed.
 */
public final class WordFrequencies {
  /** By default less than the second after which people press Ctrl-C again. */
  private static final long MILLIS_TO_END = Long.getLong("millrace.words.millisToEnd", 900);

  private WordFrequencies() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws InterruptedException {
    Report report = new Report(System.out);
    Notices notices = Notices.onStandardError();
    TextFiles files =
        arguments.length == 0
            ? TextFiles.ofProject("", notices)
            : TextFiles.below(List.of(arguments), notices);
    StartOptions options =
        StartOptions.defaults().workers("split", Runtime.getRuntime().availableProcessors());
    CountDownLatch printed = new CountDownLatch(1);
    try (WordCountTopology count = WordCountTopology.start(options, files)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> endEarly(count, report, printed)));
      Totals totals = count.totals();
      notices.eraseProgress();
      report.print(files, totals);
    } finally {
      printed.countDown();
    }
    if (files.skipped() > 0) {
      System.exit(1);
    }
  }

  /** Runs when the JVM is about to end, and holds it up until main has printed. */
  private static void endEarly(WordCountTopology count, Report report, CountDownLatch printed) {
    report.isPartial();
    // The reader stops at once; what it has already read flows through to the totals.
    count.stop();
    try {
      if (!printed.await(MILLIS_TO_END, TimeUnit.MILLISECONDS)) {
        System.err.println("warning: the count did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
