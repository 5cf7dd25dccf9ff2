package dev.millrace.processor.selects;

import java.util.List;

/** What a select may do with one channel: the arms it has there, in the order of their priority. */
@SuppressWarnings("ImmutableEnumChecker") // The list is made by List.of.
enum ArmKind {
  /** {@code record Got(Integer value)}. */
  WRAPPING("Integer", Does.TAKES),

  /** A record that is itself the value. */
  IDENTITY("Form.Event.Got%d", Does.TAKES),

  /** {@code record Got()}. */
  SIGNAL("Signal", Does.TAKES),

  /** Sends what a parameter offers. */
  SEND("Integer", Does.SENDS),

  /** Sends a signal. */
  SEND_SIGNAL("Signal", Does.SENDS),

  /** Takes values, and is told when there are no more. */
  WITH_END("Integer", Does.TAKES, Does.ENDS),

  /** Sends or takes, whatever comes first, but never with itself. */
  EXCHANGE("Integer", Does.SENDS, Does.TAKES);

  /** What one arm does. */
  enum Does {
    TAKES("Got"),
    SENDS("Sent"),
    ENDS("End");

    /** How the record of such an arm begins. */
    final String record;

    Does(String record) {
      this.record = record;
    }
  }

  private final String type;
  private final List<Does> arms;

  ArmKind(String type, Does... arms) {
    this.type = type;
    this.arms = List.of(arms);
  }

  List<Does> arms() {
    return arms;
  }

  /** The type of the values of a channel, as generated sources write it. */
  String typeOn(int channel) {
    return String.format(type, channel);
  }

  boolean isSignal() {
    return type.equals("Signal");
  }

  boolean sends() {
    return arms.contains(Does.SENDS);
  }

  /** Whether the select method takes the value to send. */
  boolean takesOffer() {
    return sends() && !isSignal();
  }
}
