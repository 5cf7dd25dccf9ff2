package dev.millrace.processor.report;

/** Every problem the processor can report. */
public enum Problem {
  /** A type that no round delivered. */
  UNKNOWN_TYPE,
  /** The generated file could not be written. */
  COULD_NOT_WRITE,
  /** The processor itself failed. */
  INTERNAL
}
