package dev.millrace.processor.report;

import static dev.millrace.processor.report.Severity.ERROR;
import static dev.millrace.processor.report.Severity.WARNING;

/** What may be wrong with what a port closes. */
public enum CloseProblem implements Problem {

  // Said by check.Closings.

  CLOSE_OF_NOTHING(
      "EmptyName", ERROR, "{method} names no channel to close. Write @Close(\"orders\")."),
  UNKNOWN_CLOSE(
      "UnknownClose",
      ERROR,
      "There is no channel \"{channel}\" to close. Name one that ports send to."),
  UNKNOWN_CLOSE_TYPO(
      "UnknownClose",
      ERROR,
      "There is no channel \"{channel}\" to close. Did you mean \"{other}\"?"),
  CLOSE_TWICE("CloseTwice", WARNING, "{method} closes \"{channel}\" twice. Remove one of the two."),
  CLOSE_OF_STAGE(
      "CloseOfStage",
      ERROR,
      "\"{channel}\" is produced by {stage}, which closes it when it ends."
          + " Remove it from @Close."),
  CLOSE_OF_STAGE_INPUT(
      "CloseOfStage",
      ERROR,
      "\"{channel}\" is produced by {stage}, which closes it when it ends."
          + " Close \"{input}\" instead, which feeds {stage}.");

  private final Wording wording;

  CloseProblem(String code, Severity severity, String... lines) {
    this.wording = new Wording(code, severity, lines);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
