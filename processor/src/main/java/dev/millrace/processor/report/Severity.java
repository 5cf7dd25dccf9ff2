package dev.millrace.processor.report;

import javax.tools.Diagnostic;

/** Whether a topology with the problem can run. */
public enum Severity {
  /** It cannot: compilation fails. */
  ERROR(Diagnostic.Kind.ERROR),
  /** It can, but hardly as meant; suppressible by {@code @SuppressWarnings("millrace:Code")}. */
  WARNING(Diagnostic.Kind.WARNING);

  private final Diagnostic.Kind kind;

  Severity(Diagnostic.Kind kind) {
    this.kind = kind;
  }

  Diagnostic.Kind kind() {
    return kind;
  }
}
