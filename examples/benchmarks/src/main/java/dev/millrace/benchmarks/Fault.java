package dev.millrace.benchmarks;

/**
 * Values were lost, doubled, changed or reordered: the measurement is worthless, and so is the
 * channel.
 */
public final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what arrived, and what should have. */
  public Fault(String message) {
    super(message);
  }
}
