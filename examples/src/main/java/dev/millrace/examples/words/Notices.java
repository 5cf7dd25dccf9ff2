package dev.millrace.examples.words;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/** What a user is told while the work goes on: warnings, and progress if somebody watches. */
public final class Notices {
  private static final long NANOS_BETWEEN = Duration.ofMillis(100).toNanos();
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private boolean progressShown;
  private long lastProgress = System.nanoTime();

  /**
   * Makes notices that go to a stream.
   *
   * @param terminal whether a person watches the stream on a terminal
   */
  public Notices(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Notices on standard error. */
  public static Notices onStandardError() {
    return new Notices(System.err, standardErrorIsTerminal());
  }

  /** Says in one line what was passed over and why. */
  public synchronized void warn(String path, String reason) {
    eraseProgress();
    // A name may hold anything but a slash, even a line break.
    out.println("warning: " + path.replaceAll("\\p{Cntrl}", "?") + ": " + reason);
  }

  /** Says how far the work is, if a person watches, and not too often. */
  public synchronized void progress(long files, long bytes) {
    if (terminal && System.nanoTime() - lastProgress > NANOS_BETWEEN) {
      eraseProgress();
      out.print(files + " files, " + bytes / 1_000_000 + " MB");
      out.flush();
      progressShown = true;
      lastProgress = System.nanoTime();
    }
  }

  /** Makes room for the result. */
  public synchronized void eraseProgress() {
    if (progressShown) {
      out.print(ERASE_LINE);
      out.flush();
      progressShown = false;
    }
  }

  /**
   * {@code System.console()} cannot tell: what it says depends on the JDK, and it is about standard
   * input and output. Where the system does not name the device, there is no progress.
   */
  private static boolean standardErrorIsTerminal() {
    try {
      String device = Path.of("/dev/stderr").toRealPath().toString();
      return device.startsWith("/dev/pts/")
          || device.startsWith("/dev/tty")
          || device.equals("/dev/console");
    } catch (IOException e) {
      return false;
    }
  }
}
