package dev.millrace.processor.check;

import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Endpoint.Role;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.Topology;
import dev.millrace.processor.resolve.StageLabels;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The stages of a topology as nodes, and the channels between them as edges. */
final class StageGraph {

  private static final Set<Stage> NOBODY = Set.of();

  private final Topology topology;
  private final List<Stage> stages;
  private final Map<String, Channel> channels = new HashMap<>();

  /** By channel, in source order. */
  private final Map<String, Set<Stage>> senders = new HashMap<>();

  private final Map<String, Set<Stage>> receivers = new HashMap<>();

  StageGraph(Topology topology) {
    this.topology = topology;
    this.stages = topology.stages();
    topology.channels().forEach(channel -> channels.put(channel.name(), channel));
    for (Stage stage : stages) {
      stage.outputs().forEach(output -> add(senders, output, stage));
      stage.inputs().forEach(input -> add(receivers, input, stage));
    }
  }

  private static void add(Map<String, Set<Stage>> stages, Endpoint end, Stage stage) {
    stages.computeIfAbsent(end.channel(), channel -> new LinkedHashSet<>()).add(stage);
  }

  List<Stage> stages() {
    return stages;
  }

  /** A stage and the channel on which the way goes on from it. */
  record Hop(Stage stage, String channel) {}

  /** The channel that some method of the topology names. */
  Channel channel(String name) {
    return Objects.requireNonNull(channels.get(name), name);
  }

  /** The stages that receive what the stage sends, in source order. */
  List<Stage> successors(Stage stage) {
    return hops(stage).stream()
        .flatMap(hop -> receiversOf(hop.channel()).stream())
        .distinct()
        .toList();
  }

  private static List<Hop> hops(Stage stage) {
    return stage.outputs().stream()
        .map(Endpoint::channel)
        .distinct()
        .map(channel -> new Hop(stage, channel))
        .toList();
  }

  /** The end through which a stage sends to a channel that it receives from. */
  Optional<Endpoint> outputToItself(Stage stage) {
    return stage.outputs().stream()
        .filter(output -> receiversOf(output.channel()).contains(stage))
        .findFirst();
  }

  /** The stages that send to a channel, in source order. */
  Set<Stage> sendersTo(String channel) {
    return senders.getOrDefault(channel, Set.of());
  }

  /** The stages that receive from a channel, in source order. */
  Set<Stage> receiversOf(String channel) {
    return receivers.getOrDefault(channel, Set.of());
  }

  /** The stages that values can come to from {@code starts}, themselves included. */
  Set<Stage> reachableFrom(Collection<Stage> starts) {
    Set<Stage> reached = new LinkedHashSet<>(starts);
    Deque<Stage> open = new ArrayDeque<>(starts);
    while (!open.isEmpty()) {
      for (Stage next : successors(open.remove())) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    return reached;
  }

  /**
   * The stages that can start because a port or an unreadable method sends to them, or none must.
   */
  List<Stage> entrances() {
    return stages.stream().filter(this::isEntrance).toList();
  }

  /** A process may send before it receives, and so may an actor that is told that nothing came. */
  private boolean isEntrance(Stage stage) {
    return stage.inputs().isEmpty()
        || stage instanceof Stage.AnyProcess
        || (stage instanceof Stage.Actor actor && actor.select().otherwise().isPresent())
        || stage.inputs().stream().anyMatch(this::isFedByPort);
  }

  /** Whether a port sends to the channel, or an unreadable method, which may be one. */
  boolean isFedByPort(Endpoint input) {
    return channel(input.channel()).puts().stream()
        .anyMatch(
            put ->
                put.role() == Role.PORT
                    || sendersTo(input.channel()).stream()
                        .noneMatch(sender -> sender.outputs().contains(put)));
  }

  /** The loops: sets of stages that all reach each other, in source order. */
  List<Set<Stage>> loops() {
    return new StrongComponents<>(stages, this::successors)
        .components().stream().filter(this::isLoop).toList();
  }

  private boolean isLoop(Set<Stage> component) {
    Stage first = component.iterator().next();
    return component.size() > 1 || successors(first).contains(first);
  }

  /**
   * The shortest way from a stage back to itself by hops that pass the test; empty if there is
   * none. It begins with the stage, and ends with the channel that the stage receives from.
   */
  List<Hop> shortestCycle(Stage start, Predicate<Hop> passable) {
    Map<Stage, Hop> cameFrom = new LinkedHashMap<>();
    Deque<Stage> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      Stage stage = open.remove();
      for (Hop hop : hops(stage)) {
        for (Stage next : passable.test(hop) ? receiversOf(hop.channel()) : NOBODY) {
          if (next.equals(start)) {
            return way(hop, start, cameFrom);
          }
          if (cameFrom.putIfAbsent(next, hop) == null) {
            open.add(next);
          }
        }
      }
    }
    return List.of();
  }

  private static List<Hop> way(Hop last, Stage start, Map<Stage, Hop> cameFrom) {
    List<Hop> way = new ArrayList<>(List.of(last));
    while (!way.get(0).stage().equals(start)) {
      way.add(0, Objects.requireNonNull(cameFrom.get(way.get(0).stage())));
    }
    return way;
  }

  /** {@code split -> "words" -> merge -> "lines" -> split}. */
  String path(List<Hop> cycle) {
    StringBuilder path = new StringBuilder();
    for (Hop hop : cycle) {
      path.append(label(hop.stage())).append(" -> \"").append(hop.channel()).append("\" -> ");
    }
    return path.append(label(cycle.get(0).stage())).toString();
  }

  /** What the stage's threads are called, too. */
  String label(Stage stage) {
    return StageLabels.of(stage, topology);
  }
}
