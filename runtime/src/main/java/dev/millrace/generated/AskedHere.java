package dev.millrace.generated;

import java.util.Arrays;

/**
 * Where a request was made, suppressed in what its server threw: the exception itself comes from
 * the server's thread, and its trace says nothing of the caller.
 */
final class AskedHere extends Exception {

  private static final long serialVersionUID = 1L;

  /** An exception that a server throws again and again must not gather traces for ever. */
  private static final int MOST_TRACES = 8;

  private AskedHere(String channel) {
    super("request on \"" + channel + "\" by " + Thread.currentThread());
  }

  static void addTo(Throwable thrown, String channel) {
    long traces = Arrays.stream(thrown.getSuppressed()).filter(AskedHere.class::isInstance).count();
    if (traces < MOST_TRACES) {
      thrown.addSuppressed(new AskedHere(channel));
    }
  }
}
