package dev.millrace.processor.check;

import static dev.millrace.processor.report.LivenessProblem.CYCLE;
import static dev.millrace.processor.report.LivenessProblem.CYCLE_WITHOUT_EXIT;
import static dev.millrace.processor.report.LivenessProblem.SELF_LOOP;
import static dev.millrace.processor.report.LivenessProblem.SELF_LOOP_BROADCAST;
import static dev.millrace.processor.report.LivenessProblem.SELF_LOOP_FILLS;
import static dev.millrace.processor.report.LivenessProblem.SELF_LOOP_FOLD;
import static dev.millrace.processor.report.LivenessProblem.SELF_LOOP_STARVES;
import static dev.millrace.processor.report.LivenessProblem.UNREACHABLE;
import static dev.millrace.processor.report.LivenessProblem.UNREACHABLE_LOOP;

import dev.millrace.processor.check.StageGraph.Hop;
import dev.millrace.processor.model.Arm;
import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Site;
import dev.millrace.processor.model.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Whether stages wait for themselves or for each other. */
final class Loops {

  private final Inspection inspection;
  private final StageGraph graph;

  private Loops(Inspection inspection) {
    this.inspection = inspection;
    this.graph = new StageGraph(inspection.topology());
  }

  static void check(Inspection inspection) {
    new Loops(inspection).check();
  }

  private void check() {
    Set<Stage> alive = graph.reachableFrom(graph.entrances());
    for (Set<Stage> loop : graph.loops()) {
      if (Collections.disjoint(loop, alive)) {
        reportUnreachable(loop);
      } else {
        for (Stage stage : loop) {
          graph.outputToItself(stage).ifPresent(output -> reportSelfLoop(stage, output));
        }
        reportCycles(loop);
      }
    }
  }

  /** What lies behind the loop is unreachable too, but only because of it. */
  private void reportUnreachable(Set<Stage> loop) {
    if (isFedByAnotherLoop(loop)) {
      return;
    }
    Stage first = loop.iterator().next();
    List<Hop> cycle = graph.shortestCycle(first, hop -> true);
    String channel = cycle.get(cycle.size() - 1).channel();
    if (inspection.isExplained(channel)) {
      return;
    }
    Site site =
        first.inputs().stream()
            .filter(input -> input.channel().equals(channel))
            .findFirst()
            .orElseThrow()
            .site();
    if (cycle.size() == 1) {
      inspection.report(UNREACHABLE, site, first.method(), channel);
    } else {
      inspection.report(UNREACHABLE_LOOP, site, first.method(), graph.path(cycle), channel);
    }
  }

  private boolean isFedByAnotherLoop(Set<Stage> loop) {
    return graph.stages().stream()
        .filter(stage -> !loop.contains(stage))
        .anyMatch(stage -> !Collections.disjoint(graph.successors(stage), loop));
  }

  private void reportSelfLoop(Stage stage, Endpoint output) {
    Channel channel = graph.channel(output.channel());
    boolean needed = channel.takes().size() == 1 || channel.isBroadcast();
    boolean single = stage.workers() == null || stage.workers().count() <= 1;
    if (stage instanceof Stage.Fold) {
      inspection.report(SELF_LOOP_FOLD, output.site(), stage.method(), channel.name());
    } else if (needed && single && channel.capacity() == 0 && !isHandedOut(output, stage)) {
      inspection.report(
          channel.isBroadcast() ? SELF_LOOP_BROADCAST : SELF_LOOP,
          output.site(),
          stage.method(),
          channel.name());
    } else if (channel.makesSendersWait()) {
      inspection.report(SELF_LOOP_FILLS, output.site(), stage.method(), channel.name());
    } else if (needed
        && single
        && stage instanceof Stage.Actor actor
        && output.equals(actor.output())) {
      starvedBy(actor, channel.name())
          .ifPresent(
              starved ->
                  inspection.report(
                      SELF_LOOP_STARVES,
                      output.site(),
                      stage.method(),
                      channel.name(),
                      starved.channel()));
    }
  }

  /** What an actor never takes, because what it sends to itself always goes first. */
  private static Optional<Arm.Taking> starvedBy(Stage.Actor actor, String channel) {
    if (!actor.select().priority() || actor.results() != Stage.Results.ONE) {
      return Optional.empty();
    }
    return actor.select().arms().stream()
        .filter(Arm.Taking.class::isInstance)
        .map(Arm.Taking.class::cast)
        .dropWhile(arm -> !arm.channel().equals(channel) || arm.guard() != null)
        .filter(arm -> !arm.channel().equals(channel))
        .findFirst();
  }

  /** Whether the user's method has the end itself, and may give it to another thread. */
  private static boolean isHandedOut(Endpoint output, Stage stage) {
    return stage.parameters().stream().map(Stage.Parameter::end).anyMatch(output::equals);
  }

  private void reportCycles(Set<Stage> loop) {
    Set<Stage> told = new HashSet<>();
    for (List<Hop> cycle : cycles(loop, hop -> hasNoBuffer(hop.channel()), told)) {
      inspection.report(
          CYCLE,
          Site.of(inspection.topology().element()),
          graph.path(cycle),
          cycle.stream().map(hop -> "\"" + hop.channel() + "\"").collect(Collectors.joining(", ")));
    }
    // Of a broadcast a copy may stay on the loop, whoever lets go of another one.
    for (List<Hop> cycle : cycles(loop, hop -> staysOn(loop, hop), told)) {
      inspection.report(
          CYCLE_WITHOUT_EXIT,
          Site.of(inspection.topology().element()),
          graph.path(cycle),
          cycle.stream().map(hop -> graph.label(hop.stage())).toList());
    }
  }

  /**
   * The ways round the loop by such hops, each once: no stage has part in two. Those of a stage to
   * itself are told as such.
   */
  private List<List<Hop>> cycles(Set<Stage> loop, Predicate<Hop> passable, Set<Stage> told) {
    List<List<Hop>> cycles = new ArrayList<>();
    for (Stage start : nearestToPortFirst(loop)) {
      List<Hop> cycle = graph.shortestCycle(start, passable);
      List<Stage> stages = cycle.stream().map(Hop::stage).toList();
      if (cycle.size() > 1 && Collections.disjoint(told, stages)) {
        told.addAll(stages);
        cycles.add(cycle);
      }
    }
    return cycles;
  }

  /** Whether as many values leave a stage by this hop as come to it, and all stay on the loop. */
  private boolean staysOn(Set<Stage> loop, Hop hop) {
    return oneForEach(hop.stage())
        // What an actor sends through a Sender, it need not send.
        .filter(output -> output.channel().equals(hop.channel()))
        .map(output -> graph.channel(output.channel()))
        .filter(channel -> channel.makesSendersWait() && !canLeave(channel))
        .filter(channel -> !Collections.disjoint(graph.receiversOf(channel.name()), loop))
        .isPresent();
  }

  /** Where a stage sends exactly one value for each that it receives, if it does. */
  private static Optional<Endpoint> oneForEach(Stage stage) {
    return switch (stage) {
      case Stage.PerValue perValue when perValue.results() == Stage.Results.ONE ->
          Optional.ofNullable(perValue.output());
      case Stage.Actor actor when actor.results() == Stage.Results.ONE ->
          Optional.ofNullable(actor.output());
      default -> Optional.empty();
    };
  }

  /** Whether values can go to somebody else: of a broadcast, each goes round as well. */
  private static boolean canLeave(Channel channel) {
    return channel.takes().size() > 1 && !channel.isBroadcast();
  }

  private List<Stage> nearestToPortFirst(Set<Stage> loop) {
    List<Stage> entrances = graph.entrances();
    List<Stage> stages = new ArrayList<>(loop);
    stages.sort(
        (one, other) -> Boolean.compare(entrances.contains(other), entrances.contains(one)));
    return stages;
  }

  private boolean hasNoBuffer(String channel) {
    return graph.channel(channel).capacity() == 0;
  }
}
