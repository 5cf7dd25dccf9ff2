package dev.millrace.processor.report;

import static dev.millrace.processor.report.Severity.ERROR;
import static dev.millrace.processor.report.Severity.WARNING;

/** Which annotations mean nothing where they stand. */
public enum StrayProblem implements Problem {

  // Said by check.Strays.

  STAGES_OF_NO_CLASS(
      "StageNotFound", ERROR, "{type} is no class, so it has no stages. Remove it from stages."),
  BROADCAST_OF_NOTHING(
      "EmptyName",
      ERROR,
      "@Broadcast names no channel. Write @Broadcast(\"orders\"), or remove it."),
  STRAY_BROADCAST(
      "StrayBroadcast",
      ERROR,
      "@Broadcast of \"{channel}\" stands on {type}, which has no channels. Move it to"
          + " {topology}."),
  STRAY_BUFFER(
      "StrayBuffer",
      ERROR,
      "@Buffer of \"{channel}\" stands on {type}, which has no channels. Move it to {topology}."),
  STRAY_CASE(
      "StrayCase", ERROR, "{parameter} is an arm, but {method} is no @Select port. Remove it."),
  STRAY_ARM(
      "StrayCase",
      WARNING,
      "{type} has {annotation}, but no @Select method has it among its events."
          + " Let the event type permit it, or remove {annotation}."),
  STRAY_ARM_OF_EVENT(
      "StrayCase",
      ERROR,
      "{type} has {annotation}, but is sealed: its own records are the arms."
          + " Move {annotation} to one of them."),
  STRAY_WHEN(
      "StrayWhen",
      ERROR,
      "{element} has when, but is no arm of a select, so nobody would ask."
          + " Remove when; an arm that sends is a record with @Producer."),
  UNKNOWN_CODE("UnknownCode", WARNING, "There is no warning \"{code}\" to suppress. Remove it."),
  UNKNOWN_CODE_TYPO(
      "UnknownCode",
      WARNING,
      "There is no warning \"{code}\" to suppress. Did you mean \"{other}\"?"),
  SUPPRESSED_ERROR(
      "UnknownCode", WARNING, "{code} is an error, which nothing can suppress. Remove it.");

  private final Wording wording;

  StrayProblem(String code, Severity severity, String... lines) {
    this.wording = new Wording(code, severity, lines);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
