package dev.millrace.lincheck;

/** What an operation can come back with that is neither a value nor a fact about the channel. */
enum Told {
  /** The value was handed over or buffered. */
  SENT,
  /** Not now, or not in time. */
  NOTHING,
  /** The channel is closed; for a receiver, and drained. */
  CLOSED,
  /** As {@link #CLOSED}, with a failure as the reason. */
  FAILED,
  /** Interrupted while it waited. */
  INTERRUPTED,
  /** Done; there is nothing to tell. */
  DONE
}
