package dev.millrace.processor.liveness;

import dev.millrace.processor.fuzz.Dice;
import dev.millrace.processor.liveness.Plan.Channel;
import dev.millrace.processor.liveness.Plan.Closing;
import dev.millrace.processor.liveness.Plan.Port;
import dev.millrace.processor.liveness.Plan.PortKind;
import dev.millrace.processor.liveness.Plan.Results;
import dev.millrace.processor.liveness.Plan.Stage;
import dev.millrace.processor.liveness.Plan.StageKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Composes small topologies at random. Most ends have an opposite, and most channels with several
 * consuming stages are broadcasts, since other topologies are refused for reasons that are no
 * riddle.
 */
final class PlanGrammar {

  /** Names that nobody could take for misspelt ones of each other. */
  private static final List<String> NAMES = List.of("apples", "bridges", "clouds", "drums", "figs");

  private static final String REQUESTS = "questions";

  private final Dice dice;
  private final int channels;
  private final List<Stage> stages = new ArrayList<>();
  private final List<Port> ports = new ArrayList<>();

  private PlanGrammar(Dice dice) {
    this.dice = dice;
    this.channels = 1 + dice.below(4);
  }

  static Plan compose(long seed) {
    return new PlanGrammar(new Dice(seed)).compose("p" + seed);
  }

  private Plan compose(String packageName) {
    for (int i = 1 + dice.below(4); i > 0; i--) {
      addStage();
    }
    for (int channel = 0; channel < channels; channel++) {
      addPorts(channel);
    }
    if (dice.oneIn(6)) {
      addSelect();
    }
    List<Channel> described = new ArrayList<>();
    for (int channel = 0; channel < channels; channel++) {
      described.add(describe(channel));
    }
    if (dice.oneIn(20)) {
      addRequests(described.size());
      described.add(new Channel(REQUESTS, 0, false, false));
    }
    return new Plan(packageName, described, stages, ports, closings());
  }

  // Stages

  private void addStage() {
    switch (dice.below(10)) {
      case 0 -> add(StageKind.SOURCE, List.of(), Results.STREAM, 1);
      case 1 ->
          add(
              StageKind.FOLD,
              List.of(anyChannel()),
              dice.of(Results.NONE, Results.ONE, Results.ONE),
              1);
      case 2, 3 -> add(StageKind.ACTOR, someChannels(), results(), 1);
      default -> add(StageKind.PER_VALUE, List.of(anyChannel()), results(), dice.oneIn(4) ? 2 : 1);
    }
  }

  private void add(StageKind kind, List<Integer> inputs, Results results, int workers) {
    boolean impatient = kind == StageKind.ACTOR && dice.oneIn(3);
    stages.add(
        new Stage(
            stages.size(),
            kind,
            inputs,
            output(results, inputs),
            results,
            workers,
            workers > 1 && results != Results.NONE && dice.oneIn(3),
            impatient ? dice.of(Patience.FOR_A_WHILE, Patience.NOT_AT_ALL) : Patience.FOR_EVER));
  }

  private Results results() {
    return dice.of(
        Results.NONE, Results.ONE, Results.ONE, Results.ONE, Results.OPTIONAL, Results.STREAM);
  }

  /** Seldom where its values come from: that is mostly refused at once. */
  private Optional<Integer> output(Results results, List<Integer> inputs) {
    int channel = anyChannel();
    if (inputs.contains(channel) && !dice.oneIn(4)) {
      channel = anyChannel();
    }
    return results == Results.NONE ? Optional.empty() : Optional.of(channel);
  }

  private int anyChannel() {
    return dice.below(channels);
  }

  private List<Integer> someChannels() {
    int count = 1 + dice.below(Math.min(3, channels));
    return dice.some(count, IntStream.range(0, channels).boxed().toList());
  }

  // Ports

  private void addPorts(int channel) {
    boolean sent = stages.stream().anyMatch(stage -> stage.puts().contains(channel));
    boolean received = stages.stream().anyMatch(stage -> stage.takes().contains(channel));
    boolean used = sent || received;
    if (sent ? dice.oneIn(3) : used && !dice.oneIn(12)) {
      addSendingPort(channel);
    }
    if (dice.oneIn(12)) {
      addSendingPort(channel);
    }
    if (received ? dice.oneIn(10) : used && !dice.oneIn(20)) {
      addReceivingPort(channel);
    }
  }

  private void addSendingPort(int channel) {
    PortKind kind =
        dice.of(
            PortKind.PUT,
            PortKind.PUT,
            PortKind.PUT,
            PortKind.OFFER,
            PortKind.TIMED_OFFER,
            PortKind.SEND_END);
    addPort(kind, List.of(), List.of(channel));
  }

  private void addReceivingPort(int channel) {
    PortKind kind =
        dice.of(
            PortKind.NEXT,
            PortKind.NEXT,
            PortKind.NEXT_OR_EMPTY,
            PortKind.POLL,
            PortKind.TIMED_POLL,
            PortKind.RECEIVE_END);
    addPort(kind, List.of(channel), List.of());
  }

  private void addSelect() {
    PortKind kind = dice.of(PortKind.SELECT, PortKind.TIMED_SELECT, PortKind.SELECT_NOW);
    List<Integer> arms = someChannels();
    int sending = dice.oneIn(3) ? dice.below(arms.size() + 1) : 0;
    addPort(kind, arms.subList(sending, arms.size()), arms.subList(0, sending));
  }

  private void addPort(PortKind kind, List<Integer> takes, List<Integer> puts) {
    ports.add(new Port(ports.size(), kind, List.copyOf(takes), List.copyOf(puts)));
  }

  private void addRequests(int channel) {
    add(StageKind.SERVER, List.of(channel), Results.NONE, 1 + dice.below(2));
    addPort(PortKind.ASK, List.of(), List.of(channel));
  }

  private List<Closing> closings() {
    List<Integer> open = new ArrayList<>();
    for (int channel = 0; channel < channels; channel++) {
      int sentTo = channel;
      if (ports.stream().anyMatch(port -> port.puts().contains(sentTo)) && dice.oneIn(2)) {
        open.add(channel);
      }
    }
    if (open.size() > 1 && dice.oneIn(2)) {
      return List.of(new Closing("close", open));
    }
    return open.stream().map(one -> new Closing("close" + one, List.of(one))).toList();
  }

  // Channels

  private Channel describe(int channel) {
    long consumers = stages.stream().filter(stage -> stage.takes().contains(channel)).count();
    boolean broadcast =
        consumers > 1
            ? !dice.oneIn(20)
            : consumers == 1
                && ports.stream().anyMatch(port -> port.takes().contains(channel))
                && dice.oneIn(2);
    String name = NAMES.get(channel);
    return switch (dice.below(12)) {
      case 0, 1, 2 -> new Channel(name, 1, false, broadcast);
      case 3, 4 -> new Channel(name, 2, false, broadcast);
      case 5 -> new Channel(name, Plan.UNLIMITED, false, broadcast);
      case 6 -> new Channel(name, 1, !broadcast, broadcast);
      default -> new Channel(name, 0, false, broadcast);
    };
  }
}
