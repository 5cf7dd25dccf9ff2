package dev.millrace.processor.liveness;

import dev.millrace.processor.liveness.Plan.Channel;
import dev.millrace.processor.liveness.Plan.Party;
import dev.millrace.processor.liveness.Plan.Port;
import dev.millrace.processor.liveness.Plan.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What can happen in a net and be waited for, as bits: that a stage sends, that it receives from a
 * channel, that a port's call succeeds.
 */
final class Labels {

  private record Label(Party party, boolean sends, int channel) {}

  private static final int ANY = -1;

  private final List<Label> labels = new ArrayList<>();
  private final Plan plan;

  /** By stage and channel: where among the labels it sends, and where it receives. */
  private final int[][] sending;

  private final int[][] receiving;

  private final int firstPort;

  Labels(Plan plan) {
    this.plan = plan;
    this.sending = new int[plan.stages().size()][plan.channels().size()];
    this.receiving = new int[plan.stages().size()][plan.channels().size()];
    for (Stage stage : plan.stages()) {
      stage.takes().forEach(channel -> add(stage, false, channel, receiving));
      stage.puts().forEach(channel -> add(stage, true, channel, sending));
    }
    this.firstPort = labels.size();
    // Whoever calls a select waits for any of its arms.
    plan.ports().forEach(port -> labels.add(new Label(port, false, ANY)));
    if (labels.size() + plan.channels().size() > Long.SIZE) {
      throw new IllegalArgumentException("More than a long has bits: " + plan);
    }
  }

  private void add(Stage stage, boolean sends, int channel, int[][] places) {
    places[stage.number()][channel] = labels.size();
    labels.add(new Label(stage, sends, channel));
  }

  /** The bit of an end. */
  long of(Party party, boolean sends, int channel) {
    int place =
        party instanceof Port
            ? firstPort + party.number()
            : (sends ? sending : receiving)[party.number()][channel];
    return 1L << place;
  }

  /** The bit that says that somebody has received from a channel. */
  long passed(int channel) {
    return 1L << (labels.size() + channel);
  }

  /** The bits of all who wait for ever unless it happens: to send, every stage does. */
  long patient() {
    return bits(
        label ->
            label.party().patience() == Patience.FOR_EVER
                || (label.party() instanceof Stage && label.sends()));
  }

  /** The bits of ports that only send, for as long as their callers like. */
  long sendingPorts() {
    return bits(
        label ->
            label.party() instanceof Port port
                && port.patience() == Patience.FOR_EVER
                && port.takes().isEmpty());
  }

  private long bits(Predicate<Label> test) {
    long bits = 0;
    for (int i = 0; i < labels.size(); i++) {
      bits |= test.test(labels.get(i)) ? 1L << i : 0;
    }
    return bits;
  }

  /** {@code stage1 sends to "bridges"}, for people. */
  List<String> describe(long bits) {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      if ((bits & (1L << i)) != 0) {
        Label label = labels.get(i);
        String name = label.party().name();
        if (label.channel() == ANY) {
          said.add(name + " is called");
        } else {
          Channel channel = plan.channels().get(label.channel());
          said.add(name + (label.sends() ? " sends to " : " receives from ") + channel.name());
        }
      }
    }
    return said;
  }
}
