package dev.millrace.lincheck;

/** How long an operation waits, and which of the methods that agree on that it uses. */
enum Patience {
  /** As long as it takes: {@code send}, {@code receive}. */
  FOREVER,
  /** As long as it takes, in the other form there is: {@code receiveOrNull}. */
  FOREVER_OR_NULL,
  /** For the shortest time there is: {@code trySend}, {@code tryReceive} with a duration. */
  BRIEFLY,
  /** Not at all, although the method takes a duration. */
  NO_TIME,
  /** Not at all: {@code trySend}, {@code tryReceive}; in a select the default. */
  TRY,
  /** Not at all, by an exception: {@code sendNow}, {@code receiveNow}. */
  NOW;

  boolean waits() {
    return this == FOREVER || this == FOREVER_OR_NULL || this == BRIEFLY;
  }

  boolean ends() {
    return this != FOREVER && this != FOREVER_OR_NULL;
  }
}
