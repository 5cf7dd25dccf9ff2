package dev.millrace.processor.liveness;

/** How long an end waits for its opposite. */
enum Patience {
  FOR_EVER,
  /** As long as its {@code Duration} says. */
  FOR_A_WHILE,
  NOT_AT_ALL
}
