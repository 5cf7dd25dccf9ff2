package dev.millrace.processor.liveness;

import dev.millrace.processor.liveness.Plan.Party;
import dev.millrace.processor.liveness.Plan.Port;
import dev.millrace.processor.liveness.Plan.PortKind;
import dev.millrace.processor.liveness.Plan.Stage;
import java.util.ArrayList;
import java.util.List;

/** Where in the state of a net each number stands. */
final class Slots {

  /** No such number. */
  static final int NONE = -1;

  /** Stages: how many of its workers have a value that they have not begun to send. */
  final int[] sending;

  /** Stages: how many of its workers have nothing to send and wait for the others' turn. */
  final int[] behind;

  /** Stages: 1 when it has ended. */
  final int[] ended;

  /** Channels: 1 when its ports were closed; {@link #NONE} if nobody can close them. */
  final int[] portsClosed;

  /** Broadcasts without a buffer: 1 + whose value is being handed over, or 0. */
  final int[] handingOver;

  /** Channels: how many values wait for each group of receivers. */
  final int[][] waiting;

  /** Channels: the receivers that share what they take, one group for each subscriber. */
  final List<List<List<Party>>> groups = new ArrayList<>();

  private final int[][] groupOfStage;
  private final int[][] groupOfPort;
  private int size;

  Slots(Plan plan) {
    int channels = plan.channels().size();
    sending = many(plan.stages().size());
    behind = many(plan.stages().size());
    ended = many(plan.stages().size());
    portsClosed = new int[channels];
    handingOver = new int[channels];
    waiting = new int[channels][];
    groupOfStage = new int[plan.stages().size()][channels];
    groupOfPort = new int[plan.ports().size()][channels];
    for (int channel = 0; channel < channels; channel++) {
      groups.add(groups(plan, channel));
      for (int group = 0; group < groups.get(channel).size(); group++) {
        for (Party receiver : groups.get(channel).get(group)) {
          groupsOf(receiver)[channel] = group;
        }
      }
      boolean handsOver = plan.channels().get(channel).capacity() == 0;
      boolean needsPlace = !handsOver || plan.isBroadcast(channel);
      portsClosed[channel] = plan.isClosable(channel) ? size++ : NONE;
      handingOver[channel] = handsOver && needsPlace ? size++ : NONE;
      waiting[channel] = needsPlace ? many(groups.get(channel).size()) : new int[0];
    }
  }

  int size() {
    return size;
  }

  /** The group of a receiver of the channel. */
  int groupOf(Party receiver, int channel) {
    return groupsOf(receiver)[channel];
  }

  private int[] groupsOf(Party receiver) {
    return (receiver instanceof Stage ? groupOfStage : groupOfPort)[receiver.number()];
  }

  private int[] many(int count) {
    int[] slots = new int[count];
    for (int i = 0; i < count; i++) {
      slots[i] = size++;
    }
    return slots;
  }

  /** Of a broadcast each stage subscribes, each raw end, and all other ports together. */
  private static List<List<Party>> groups(Plan plan, int channel) {
    List<Party> receivers = plan.receiversOf(channel);
    if (!plan.isBroadcast(channel)) {
      return List.of(receivers);
    }
    List<List<Party>> groups = new ArrayList<>();
    List<Party> together = new ArrayList<>();
    for (Party receiver : receivers) {
      boolean alone =
          receiver instanceof Stage
              || (receiver instanceof Port port && port.kind() == PortKind.RECEIVE_END);
      if (alone) {
        groups.add(List.of(receiver));
      } else {
        together.add(receiver);
      }
    }
    if (!together.isEmpty()) {
      groups.add(together);
    }
    return groups;
  }
}
