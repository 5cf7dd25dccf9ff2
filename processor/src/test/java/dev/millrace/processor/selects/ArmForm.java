package dev.millrace.processor.selects;

import dev.millrace.processor.selects.ArmKind.Does;

/**
 * One arm of a select.
 *
 * @param index its place among the arms, in the order of their priority
 * @param channel the number of its channel
 * @param does what it does there
 * @param kind what the select does there altogether
 * @param guarded whether it has a guard
 */
record ArmForm(int index, int channel, Does does, ArmKind kind, boolean guarded) {

  /** The name of the record of its event. */
  String record() {
    return does.record + channel;
  }

  /** The annotation of the record, or of the handler. */
  String annotation() {
    String name = does == Does.SENDS ? "@Producer" : "@Case";
    String end = does == Does.ENDS ? ", closed = true" : "";
    String guard = guarded ? ", when = \"may" + index + '"' : "";
    return name + "(value = \"c" + channel + '"' + end + guard + ")";
  }

  /** How a driver tells that the arm has happened. */
  String told(int number) {
    return switch (does) {
      case TAKES -> "took from " + channel + (kind.isSignal() ? "" : " " + number);
      case SENDS -> "sent to " + channel;
      case ENDS -> "end of " + channel;
    };
  }
}
