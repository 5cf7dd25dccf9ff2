package dev.millrace;

/** What was thrown, in words. */
final class ThrownText {

  private ThrownText() {}

  /**
   * As {@link Throwable#toString}, or only the name of the class if that throws in turn: a failure
   * must be told even then.
   */
  static String of(Throwable thrown) {
    try {
      return thrown.toString();
    } catch (RuntimeException | Error unspeakable) {
      return thrown.getClass().getName();
    }
  }
}
