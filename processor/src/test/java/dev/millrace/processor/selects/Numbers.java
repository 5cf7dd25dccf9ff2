package dev.millrace.processor.selects;

/** The numbers that are sent, each different. */
final class Numbers {

  private Numbers() {}

  /** What lies on a channel before the select, or is waiting to be sent. */
  static int put(int channel, int place) {
    return 1_000 + 10 * channel + place;
  }

  /** What the select offers. */
  static int offered(int channel) {
    return 2_000 + channel;
  }

  /** What wakes a select that waits. */
  static int late(int channel) {
    return 3_000 + channel;
  }
}
