package dev.millrace.processor.liveness;

import dev.millrace.processor.liveness.Plan.Channel;
import dev.millrace.processor.liveness.Plan.Closing;
import dev.millrace.processor.liveness.Plan.Party;
import dev.millrace.processor.liveness.Plan.Port;
import dev.millrace.processor.liveness.Plan.PortKind;
import dev.millrace.processor.liveness.Plan.Results;
import dev.millrace.processor.liveness.Plan.Stage;
import dev.millrace.processor.liveness.Plan.StageKind;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan as a transition system: from each state every step that some schedule and some results of
 * user methods allow. Every port is called by a thread of its own, again and again; a source sends
 * any number of values and ends; a fold receives until the end.
 *
 * <p>A state is an array of small numbers, see {@link Slots}. Values have no identity, so channels
 * count them; one that never lets senders wait counts to {@link #MANY} and forgets the rest.
 */
final class Net {

  /** Told of each step. */
  interface Steps {
    /** What succeeds by it comes as bits of {@link Labels}. */
    void step(long happened, byte[] next);
  }

  private static final int MANY = 3;

  private final Plan plan;
  private final Slots slots;
  private final Labels labels;
  private final Endings endings;
  private final List<List<Party>> senders = new ArrayList<>();

  /** Stages: what stands for them where a value of theirs is handed over. */
  private final int[] places;

  Net(Plan plan, Labels labels) {
    this.plan = plan;
    this.labels = labels;
    this.slots = new Slots(plan);
    this.endings = new Endings(plan, slots);
    for (int channel = 0; channel < plan.channels().size(); channel++) {
      senders.add(plan.sendersTo(channel));
    }
    this.places =
        plan.stages().stream()
            .mapToInt(
                stage ->
                    stage.output().map(to -> 1 + senders.get(to).indexOf(stage)).orElse(Slots.NONE))
            .toArray();
  }

  Endings endings() {
    return endings;
  }

  byte[] initial() {
    return new byte[slots.size()];
  }

  void steps(byte[] state, Steps steps) {
    for (int channel = 0; channel < plan.channels().size(); channel++) {
      sends(channel, state, steps);
      takes(channel, state, steps);
    }
    for (int stage = 0; stage < plan.stages().size(); stage++) {
      ends(stage, state, steps);
      otherwise(stage, state, steps);
    }
    closes(state, steps);
  }

  // Sending

  private void sends(int channel, byte[] state, Steps steps) {
    for (Party sender : senders.get(channel)) {
      if (!canSend(sender, channel, state) || endings.live(channel, state).isEmpty()) {
        continue;
      }
      if (slots.handingOver[channel] != Slots.NONE) {
        offersToAll(sender, channel, state, steps);
      } else if (plan.channels().get(channel).capacity() == 0) {
        meets(sender, channel, state, steps);
      } else {
        buffers(sender, channel, state, steps);
      }
    }
  }

  /** A rendezvous: neither of two meets the other who never waits for it. */
  private void meets(Party sender, int channel, byte[] state, Steps steps) {
    for (Party receiver : slots.groups.get(channel).get(0)) {
      boolean either = waitsToSend(sender) || waitsToReceive(receiver);
      if (either && canReceive(receiver, channel, state)) {
        long happened = label(sender, true, channel) | label(receiver, false, channel);
        for (byte[] sent : afterSend(sender, state)) {
          afterReceive(receiver, sent).forEach(next -> steps.step(happened, next));
        }
      }
    }
  }

  private void buffers(Party sender, int channel, byte[] state, Steps steps) {
    Channel description = plan.channels().get(channel);
    int capacity = Math.min(MANY, description.capacity());
    byte[] buffered = state.clone();
    for (int group : endings.live(channel, state)) {
      int slot = slots.waiting[channel][group];
      if (state[slot] < capacity) {
        buffered[slot]++;
      } else if (description.letsSendersWait()) {
        return;
      }
    }
    afterSend(sender, buffered).forEach(next -> steps.step(label(sender, true, channel), next));
  }

  /** A broadcast without a buffer: whoever waits has its value taken by one after the other. */
  private void offersToAll(Party sender, int channel, byte[] state, Steps steps) {
    if (state[slots.handingOver[channel]] != 0) {
      return;
    }
    List<Integer> live = endings.live(channel, state);
    if (waitsToSend(sender)) {
      byte[] next = state.clone();
      next[slots.handingOver[channel]] = (byte) (1 + senders.get(channel).indexOf(sender));
      live.forEach(group -> next[slots.waiting[channel][group]] = 1);
      if (isWorker(sender)) {
        next[slots.sending[sender.number()]]--;
      }
      steps.step(0, next);
    } else {
      handToAll(live, channel, label(sender, true, channel), state, steps);
    }
  }

  /** All of them must wait at that moment. */
  private void handToAll(
      List<Integer> groups, int channel, long happened, byte[] state, Steps steps) {
    if (groups.isEmpty()) {
      steps.step(happened, state);
      return;
    }
    for (Party receiver : slots.groups.get(channel).get(groups.get(0))) {
      if (waitsToReceive(receiver) && canReceive(receiver, channel, state)) {
        long with = happened | label(receiver, false, channel);
        for (byte[] next : afterReceive(receiver, state)) {
          handToAll(groups.subList(1, groups.size()), channel, with, next, steps);
        }
      }
    }
  }

  private boolean canSend(Party sender, int channel, byte[] state) {
    if (sender instanceof Stage stage) {
      int index = stage.number();
      return state[slots.ended[index]] == 0
          && (stage.kind() == StageKind.SOURCE
              ? !isHandingOver(stage, state)
              : state[slots.sending[index]] > 0);
    }
    return !endings.werePortsClosed(channel, state);
  }

  private List<byte[]> afterSend(Party sender, byte[] state) {
    if (!isWorker(sender)) {
      return List.of(state); // A source ends when it likes.
    }
    Stage stage = (Stage) sender;
    byte[] next = state.clone();
    next[slots.sending[stage.number()]]--;
    if (next[slots.sending[stage.number()]] == 0) {
      next[slots.behind[stage.number()]] = 0;
    }
    if (stage.kind() == StageKind.FOLD) {
      next[slots.ended[stage.number()]] = 1;
    }
    return stage.results() == Results.STREAM ? List.of(next, state) : List.of(next);
  }

  /** Whether it is a stage that sends because it has received. */
  private static boolean isWorker(Party sender) {
    return sender instanceof Stage stage && stage.kind() != StageKind.SOURCE;
  }

  // Receiving

  private void takes(int channel, byte[] state, Steps steps) {
    int[] waiting = slots.waiting[channel];
    for (int group = 0; group < waiting.length; group++) {
      for (Party receiver : slots.groups.get(channel).get(group)) {
        if (state[waiting[group]] > 0 && canReceive(receiver, channel, state)) {
          byte[] taken = state.clone();
          taken[waiting[group]]--;
          for (byte[] next : afterReceive(receiver, taken)) {
            taken(channel, label(receiver, false, channel), next, steps);
          }
        }
      }
    }
  }

  /** The last to take what is handed over lets the sender go on. */
  private void taken(int channel, long happened, byte[] state, Steps steps) {
    int slot = slots.handingOver[channel];
    if (slot == Slots.NONE || waitsForSomebody(channel, state)) {
      steps.step(happened, state);
      return;
    }
    Party sender = senders.get(channel).get(state[slot] - 1);
    byte[] over = state.clone();
    over[slot] = 0;
    if (isWorker(sender)) {
      over[slots.sending[sender.number()]]++;
    }
    long both = happened | label(sender, true, channel);
    afterSend(sender, over).forEach(next -> steps.step(both, next));
  }

  private boolean waitsForSomebody(int channel, byte[] state) {
    for (int slot : slots.waiting[channel]) {
      if (state[slot] > 0) {
        return true;
      }
    }
    return false;
  }

  private boolean canReceive(Party receiver, int channel, byte[] state) {
    return (receiver instanceof Port || isWaiting((Stage) receiver, state))
        && !(receiver.hasPriority() && hasValueBefore(receiver, channel, state));
  }

  private boolean isWaiting(Stage stage, byte[] state) {
    return endings.isLive(stage, state) && idle(stage, state) > 0;
  }

  /** Whether there is a value for an earlier arm; senders may still be on their way. */
  private boolean hasValueBefore(Party receiver, int channel, byte[] state) {
    for (int earlier : receiver.takes()) {
      if (earlier == channel) {
        return false;
      }
      if (hasValueFor(receiver, earlier, state)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasValueFor(Party receiver, int channel, byte[] state) {
    int[] waiting = slots.waiting[channel];
    return waiting.length > 0 && state[waiting[slots.groupOf(receiver, channel)]] > 0;
  }

  private List<byte[]> afterReceive(Party receiver, byte[] state) {
    if (!(receiver instanceof Stage stage)
        || stage.kind() == StageKind.FOLD
        || stage.results() == Results.NONE) {
      return List.of(state);
    }
    byte[] next = state.clone();
    next[slots.sending[stage.number()]]++;
    return stage.results() == Results.ONE
        ? List.of(next)
        : List.of(next, withoutResult(stage, state));
  }

  /** With two workers, the one with nothing to send is never followed by another one. */
  private byte[] withoutResult(Stage stage, byte[] state) {
    if (!stage.ordered() || idle(stage, state) == stage.workers()) {
      return state;
    }
    byte[] next = state.clone();
    next[slots.behind[stage.number()]]++;
    return next;
  }

  private int idle(Stage stage, byte[] state) {
    int busy = state[slots.sending[stage.number()]] + state[slots.behind[stage.number()]];
    return stage.workers() - busy - (isHandingOver(stage, state) ? 1 : 0);
  }

  private boolean isHandingOver(Stage stage, byte[] state) {
    if (stage.output().isEmpty()) {
      return false;
    }
    int slot = slots.handingOver[stage.output().get()];
    return slot != Slots.NONE && state[slot] == places[stage.number()];
  }

  // Ending

  private void ends(int index, byte[] state, Steps steps) {
    Stage stage = plan.stages().get(index);
    if (endings.isLive(stage, state)
        && idle(stage, state) == stage.workers()
        && endings.isAllOver(stage, state)) {
      byte[] next = state.clone();
      boolean hasResult = stage.kind() == StageKind.FOLD && stage.output().isPresent();
      next[hasResult ? slots.sending[index] : slots.ended[index]] = 1;
      steps.step(0, next);
    }
  }

  /** An actor that is told that nothing came, as it may be whenever nothing is buffered. */
  private void otherwise(int index, byte[] state, Steps steps) {
    Stage stage = plan.stages().get(index);
    if (stage.patience() != Patience.FOR_EVER
        && isWaiting(stage, state)
        && !endings.isAllOver(stage, state)
        && stage.takes().stream().noneMatch(channel -> hasValueFor(stage, channel, state))) {
      afterReceive(stage, state).forEach(next -> steps.step(0, next));
    }
  }

  private void closes(byte[] state, Steps steps) {
    for (Closing closing : plan.closings()) {
      close(closing.channels(), state, steps);
    }
    for (Port port : plan.ports()) {
      if (port.kind() == PortKind.SEND_END) {
        close(port.puts(), state, steps);
      }
    }
  }

  /** A caller closes when it does not send: what a port hands over comes to all. */
  private void close(List<Integer> channels, byte[] state, Steps steps) {
    byte[] next = state.clone();
    for (int channel : channels) {
      int slot = slots.handingOver[channel];
      if (slot != Slots.NONE && state[slot] != 0) {
        return;
      }
      next[slots.portsClosed[channel]] = 1;
    }
    steps.step(0, next);
  }

  private long label(Party party, boolean sends, int channel) {
    return labels.of(party, sends, channel) | (sends ? 0 : labels.passed(channel));
  }

  private static boolean waitsToReceive(Party receiver) {
    return receiver.patience() != Patience.NOT_AT_ALL;
  }

  /** Every stage does, an actor too that has not waited for its event. */
  private static boolean waitsToSend(Party sender) {
    return sender instanceof Stage || sender.patience() != Patience.NOT_AT_ALL;
  }
}
