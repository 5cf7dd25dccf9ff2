package dev.millrace.processor.selects;

/** What makes a select return that waits. */
sealed interface Wake {

  /** What this arm waits for: a value, somebody who takes one, an end. */
  record ByArm(ArmForm arm) implements Wake {}

  /** All channels close. */
  record ByClosing() implements Wake {}

  /** Its time is up. */
  record ByTime() implements Wake {}

  /** Its thread is interrupted. */
  record ByInterrupt() implements Wake {}
}
