package dev.millrace.processor.report;

import static dev.millrace.processor.report.Severity.ERROR;
import static dev.millrace.processor.report.Severity.WARNING;

/** What the processor itself could not do, read or understand. */
public enum ProcessorProblem implements Problem {

  // Said by TopologyProcessor.

  GENERATED_IN_SIGNATURE(
      "GeneratedInSignature",
      ERROR,
      "{method} mentions {generated}, which is generated from this very interface."
          + " Use {type} here; {generated} may be used inside bodies."),
  UNKNOWN_TYPE(
      "UnknownType",
      ERROR,
      "{type} was left out, because it refers to {missing}, which does not exist."
          + " If another processor should generate {missing}, look for its errors first."),
  COULD_NOT_WRITE("CouldNotWrite", ERROR, "Could not write {generated}: {message}."),
  INTERNAL(
      "Internal",
      ERROR,
      "The topology processor failed on {type} ({failure})."
          + " Please report it; -Amillrace.trace=true prints the whole trace."),

  // Said by check.Options.

  BAD_OPTION(
      "BadOption",
      WARNING,
      "-A{option}={value} means nothing. Write -A{option}={known}, or leave it out.");

  private final Wording wording;

  ProcessorProblem(String code, Severity severity, String... lines) {
    this.wording = new Wording(code, severity, lines);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
