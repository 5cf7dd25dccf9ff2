package dev.millrace.internal;

/** Guards alone keep every arm of a select from happening for ever. */
public final class EndlessSelectException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  EndlessSelectException() {
    super(
        "This select could never end: its guards took out every arm that is still open, and it"
            + " has neither a time-out nor a default. Add one, or check the guards.");
  }
}
