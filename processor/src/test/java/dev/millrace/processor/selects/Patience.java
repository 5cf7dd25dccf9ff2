package dev.millrace.processor.selects;

import java.time.Duration;

/** How long an actor waits that has a timed {@code @Otherwise}. */
enum Patience {
  NEGATIVE(Duration.ofSeconds(-1)),
  NONE(Duration.ZERO),
  SHORT(Duration.ofMillis(1)),
  LONG(Duration.ofHours(1));

  final Duration time;

  Patience(Duration time) {
    this.time = time;
  }
}
