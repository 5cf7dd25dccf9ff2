package dev.millrace.processor.liveness;

import java.util.List;

/**
 * What becomes of a topology when every port is called again and again.
 *
 * @param mustWait who waits for ever whatever the schedule and the results of user methods, as
 *     sentences; empty if some run lets everybody go on
 * @param neverPassed the channels that no value ever passes; nobody need wait for that
 * @param mayWait whether some run comes to where somebody waits for ever
 * @param states how many states there are
 */
record Verdict(List<String> mustWait, List<String> neverPassed, boolean mayWait, int states) {

  static final String NEVER_WAITS = "never waits for ever";

  boolean isHopeless() {
    return !mustWait.isEmpty();
  }

  /** The most that can be said. */
  String summary() {
    if (isHopeless()) {
      return "must wait for ever";
    }
    if (!neverPassed.isEmpty()) {
      return "no value ever passes a channel";
    }
    return mayWait ? "may wait for ever" : NEVER_WAITS;
  }
}
