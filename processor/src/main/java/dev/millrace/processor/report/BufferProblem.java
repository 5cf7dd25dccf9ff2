package dev.millrace.processor.report;

import static dev.millrace.processor.report.Severity.ERROR;
import static dev.millrace.processor.report.Severity.WARNING;

/** What may be wrong with the size of a buffer, or with what happens when it is full. */
public enum BufferProblem implements Problem {

  // Said by check.Buffers.

  UNUSED_BUFFER(
      "UnusedBuffer", WARNING, "No method uses channel \"{channel}\". Remove the @Buffer."),
  UNUSED_BUFFER_TYPO(
      "UnusedBuffer", WARNING, "No method uses channel \"{channel}\". Did you mean \"{other}\"?"),
  BAD_SIZE("BadSize", ERROR, "Buffer of \"{channel}\" is {size}. Use 0 (no buffer) or more."),
  SIZE_CONFLICT(
      "SizeConflict",
      ERROR,
      "\"{channel}\" has a buffer of {size} here and of {other} in {type}. Keep one."),
  HUGE_BUFFER(
      "HugeBuffer",
      WARNING,
      "{size} values of \"{channel}\" may need more memory than the program has."),
  OVERFLOW_WITHOUT_BUFFER(
      "OverflowSize",
      ERROR,
      "\"{channel}\" has no buffer, so {overflow} has nothing to drop from."
          + " Use a size of 1 or more, or remove overflow to let senders wait."),
  OVERFLOW_OF_LATEST(
      "OverflowSize",
      ERROR,
      "LATEST keeps one value of \"{channel}\", so its size cannot be {size}."
          + " Use 1, or DROP_OLDEST to keep more than the latest."),
  OVERFLOW_OF_UNLIMITED(
      "OverflowSize",
      WARNING,
      "\"{channel}\" has room for everything, so {overflow} never drops a value."
          + " Use a size that bounds it, or remove overflow.");

  private final Wording wording;

  BufferProblem(String code, Severity severity, String... lines) {
    this.wording = new Wording(code, severity, lines);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
