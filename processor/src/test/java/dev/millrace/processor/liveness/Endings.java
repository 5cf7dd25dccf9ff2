package dev.millrace.processor.liveness;

import dev.millrace.processor.liveness.Plan.Party;
import dev.millrace.processor.liveness.Plan.Port;
import dev.millrace.processor.liveness.Plan.Stage;
import java.util.ArrayList;
import java.util.List;

/** What is over in a state of a net: stages that have ended, channels that are closed. */
final class Endings {

  private final Plan plan;
  private final Slots slots;

  Endings(Plan plan, Slots slots) {
    this.plan = plan;
    this.slots = slots;
  }

  /** What nobody waits for any more, because it is over, as bits of {@link Labels}. */
  long over(byte[] state, Labels labels) {
    long over = 0;
    for (Party party : plan.parties()) {
      if (party instanceof Port port && isAllOver(port, state) && isRefused(port, state)) {
        over |= labels.of(port, false, 0);
      }
      if (party instanceof Stage stage) {
        for (int channel : stage.takes()) {
          if (!isLive(stage, state) || isOver(stage, channel, state)) {
            over |= labels.of(stage, false, channel);
          }
        }
        for (int channel : stage.puts()) {
          over |= isLive(stage, state) ? 0 : labels.of(stage, true, channel);
        }
      }
    }
    return over;
  }

  private boolean isRefused(Port port, byte[] state) {
    return port.puts().stream().noneMatch(channel -> !werePortsClosed(channel, state));
  }

  /** Whether nothing comes to it any more. */
  boolean isAllOver(Party party, byte[] state) {
    return party.takes().stream().allMatch(channel -> isOver(party, channel, state));
  }

  /** Whether the channel is closed and drained, as far as this receiver goes. */
  private boolean isOver(Party receiver, int channel, byte[] state) {
    int[] waiting = slots.waiting[channel];
    return isClosed(channel, state)
        && (waiting.length == 0 || state[waiting[slots.groupOf(receiver, channel)]] == 0);
  }

  private boolean isClosed(int channel, byte[] state) {
    List<Party> senders = plan.sendersTo(channel);
    for (Party sender : senders) {
      if (sender instanceof Stage stage ? isLive(stage, state) : !werePortsClosed(channel, state)) {
        return false;
      }
    }
    return !senders.isEmpty();
  }

  /** Whether a caller has said that no more values come from ports. */
  boolean werePortsClosed(int channel, byte[] state) {
    return slots.portsClosed[channel] != Slots.NONE && state[slots.portsClosed[channel]] == 1;
  }

  /** The groups of receivers that have not ended. */
  List<Integer> live(int channel, byte[] state) {
    List<Integer> live = new ArrayList<>();
    List<List<Party>> groups = slots.groups.get(channel);
    for (int group = 0; group < groups.size(); group++) {
      for (Party receiver : groups.get(group)) {
        if (receiver instanceof Port || isLive((Stage) receiver, state)) {
          live.add(group);
          break;
        }
      }
    }
    return live;
  }

  /** Whether the stage has not ended. */
  boolean isLive(Stage stage, byte[] state) {
    return state[slots.ended[stage.number()]] == 0;
  }
}
