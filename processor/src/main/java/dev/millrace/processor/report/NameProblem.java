package dev.millrace.processor.report;

import static dev.millrace.processor.report.Severity.ERROR;

/** What may be wrong with the name of a channel. */
public enum NameProblem implements Problem {

  // Said by check.Names.

  EMPTY_NAME("EmptyName", ERROR, "The channel has no name. Write @{annotation}(\"orders\")."),
  BAD_NAME(
      "BadName",
      ERROR,
      "\"{channel}\" is not a channel name."
          + " Use letters, digits, '-', '_' and '.', starting with a letter."),
  CASE_ONLY(
      "CaseOnly",
      ERROR,
      "\"{channel}\" and \"{other}\" differ only by case and would be two channels."
          + " Did you mean \"{other}\"?"),
  SAME_FIELD(
      "SameField",
      ERROR,
      "\"{channel}\" and \"{other}\" would be the same field in {generated}. Rename one.");

  private final Wording wording;

  NameProblem(String code, Severity severity, String... lines) {
    this.wording = new Wording(code, severity, lines);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
