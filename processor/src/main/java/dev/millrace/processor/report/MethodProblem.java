package dev.millrace.processor.report;

import static dev.millrace.processor.report.Severity.ERROR;
import static dev.millrace.processor.report.Severity.WARNING;

/** Why a topology can neither implement nor call a method. */
public enum MethodProblem implements Problem {

  // Said by check.Methods.

  PRIVATE_METHOD(
      "PrivateMethod",
      ERROR,
      "{method} is private, so the topology cannot call it. Remove private."),
  STATIC_METHOD(
      "StaticMethod",
      ERROR,
      "{method} is static, so it belongs to no topology. Make it a default method."),
  STATIC_METHOD_OF_CLASS(
      "StaticMethod", ERROR, "{method} is static, so it belongs to no topology. Remove static."),
  GENERIC_METHOD(
      "GenericMethod",
      ERROR,
      "{method} has a type parameter of its own, but a channel carries one type."
          + " Move <{parameter}> to {owner}, or name the type."),
  VAR_ARGS(
      "VarArgs",
      ERROR,
      "{method} would send an array."
          + " Take one {element}, or return a Stream<{boxed}> from a source."),
  VAR_ARGS_OF_STAGE(
      "VarArgs", ERROR, "{method} would take an array. Take one {element}, or write {element}[]."),
  UNIMPLEMENTED(
      "Unimplemented",
      ERROR,
      "{method} is abstract and has no channel annotation, so nothing can implement it."
          + " Annotate it or give it a body."),
  OBJECT_METHOD("ObjectMethod", ERROR, "{method} comes from Object and cannot be a port."),
  INHERITED_CONFLICT_OF_CHANNELS(
      "InheritedConflict",
      ERROR,
      "{method} is inherited from {left} with channel \"{channel}\" and from {right} with channel"
          + " \"{other}\". Override {method} here and say which."),
  INHERITED_CONFLICT(
      "InheritedConflict",
      ERROR,
      "{method} is inherited from {left} and from {right} with different annotations."
          + " Override {method} here and say which."),
  OVERRIDE_LOST(
      "OverrideLost",
      WARNING,
      "{method} overrides a stage of {base} but has no annotation, so nothing runs it."
          + " Repeat {annotations}, or rename it.");

  private final Wording wording;

  MethodProblem(String code, Severity severity, String... lines) {
    this.wording = new Wording(code, severity, lines);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
