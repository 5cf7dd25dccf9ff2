package dev.millrace.processor.check;

import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Endpoint.Role;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.Topology;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** The stages of a topology as nodes, and the channels between them as edges. */
final class StageGraph {

  private final List<Stage> stages;
  private final Map<String, Channel> channels = new HashMap<>();

  StageGraph(Topology topology) {
    this.stages = topology.stages();
    topology.channels().forEach(channel -> channels.put(channel.name(), channel));
  }

  List<Stage> stages() {
    return stages;
  }

  /** An input of a stage that is no source, as those behind others and on loops are. */
  static Endpoint inputOf(Stage stage) {
    return stage.inputs().get(0);
  }

  /** The output of a stage that does not only consume, as those before others and on loops do. */
  static Endpoint outputOf(Stage stage) {
    return Objects.requireNonNull(stage.output(), stage.method()::name);
  }

  /** The channel that some method of the topology names. */
  Channel channel(String name) {
    return Objects.requireNonNull(channels.get(name), name);
  }

  /** The stages that receive what the stage sends, in source order. */
  List<Stage> successors(Stage stage) {
    Endpoint output = stage.output();
    return output == null ? List.of() : receiversOf(output.channel());
  }

  /** The stages that receive from a channel, in source order. */
  List<Stage> receiversOf(String channel) {
    return stages.stream()
        .filter(stage -> stage.inputs().stream().anyMatch(input -> input.channel().equals(channel)))
        .toList();
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

  private boolean isEntrance(Stage stage) {
    return stage.inputs().isEmpty() || stage.inputs().stream().anyMatch(this::isFedFromOutside);
  }

  private boolean isFedFromOutside(Endpoint input) {
    return channel(input.channel()).puts().stream()
        .anyMatch(
            put ->
                put.role() == Role.PORT
                    || stages.stream().noneMatch(sender -> put.equals(sender.output())));
  }

  /** The loops: sets of stages that all reach each other, in source order. */
  List<Set<Stage>> loops() {
    List<Set<Stage>> loops = new ArrayList<>();
    Set<Stage> told = new HashSet<>();
    for (Stage stage : stages) {
      if (!told.contains(stage)) {
        Set<Stage> loop = new LinkedHashSet<>();
        for (Stage other : reachableFrom(successors(stage))) {
          if (reachableFrom(successors(other)).contains(stage)) {
            loop.add(other);
          }
        }
        // In source order, whatever the order in which the search came across them.
        Set<Stage> ordered = new LinkedHashSet<>(stages);
        ordered.retainAll(loop);
        told.addAll(ordered);
        if (!ordered.isEmpty()) {
          loops.add(ordered);
        }
      }
    }
    return loops;
  }

  /**
   * The shortest way from a stage back to itself along outputs that pass the test; empty if there
   * is none. The stage stands first, and not again at the end.
   */
  List<Stage> shortestCycle(Stage start, Predicate<Stage> passable) {
    Map<Stage, Stage> cameFrom = new LinkedHashMap<>();
    Deque<Stage> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      Stage stage = open.remove();
      for (Stage next : passable.test(stage) ? successors(stage) : List.<Stage>of()) {
        if (next.equals(start)) {
          return way(stage, start, cameFrom);
        }
        if (cameFrom.putIfAbsent(next, stage) == null) {
          open.add(next);
        }
      }
    }
    return List.of();
  }

  private static List<Stage> way(Stage end, Stage start, Map<Stage, Stage> cameFrom) {
    List<Stage> way = new ArrayList<>(List.of(end));
    while (!way.get(0).equals(start)) {
      way.add(0, cameFrom.get(way.get(0)));
    }
    return way;
  }

  /** {@code split -> "words" -> merge -> "lines" -> split}. */
  static String path(List<Stage> cycle) {
    StringBuilder path = new StringBuilder();
    for (Stage stage : cycle) {
      path.append(stage.method().name())
          .append(" -> \"")
          .append(outputOf(stage).channel())
          .append("\" -> ");
    }
    return path.append(cycle.get(0).method().name()).toString();
  }
}
