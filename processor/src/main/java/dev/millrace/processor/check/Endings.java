package dev.millrace.processor.check;

import static dev.millrace.processor.report.Problem.MISSING_CLOSE;
import static dev.millrace.processor.report.Problem.NEVER_ENDS;
import static dev.millrace.processor.report.Problem.NEVER_ENDS_ALONE;
import static dev.millrace.processor.report.Problem.NEVER_ENDS_FOLD;
import static dev.millrace.processor.report.Problem.NEVER_ENDS_SOURCE;
import static dev.millrace.processor.report.Problem.NEVER_ENDS_SOURCE_ALONE;

import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Endpoint.Role;
import dev.millrace.processor.model.Method;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Site;
import dev.millrace.processor.model.Stage;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether closing flows through to the stages that wait for it. */
final class Endings {

  private final Inspection inspection;
  private final StageGraph graph;

  private Endings(Inspection inspection) {
    this.inspection = inspection;
    this.graph = new StageGraph(inspection.topology());
  }

  static void check(Inspection inspection) {
    Endings endings = new Endings(inspection);
    endings.checkFolds();
    endings.checkLoops();
  }

  private void checkFolds() {
    for (Stage stage : graph.stages()) {
      if (stage instanceof Stage.Fold fold) {
        portThatMaySendForEver(fold.input().channel())
            .ifPresent(
                port ->
                    inspection.report(
                        MISSING_CLOSE,
                        Site.of(fold.method().element()),
                        fold.method(),
                        fold.input().channel(),
                        port.method(),
                        port.channel()));
      }
    }
  }

  /** A port that feeds the channel, perhaps through stages, and that no {@code @Close} ends. */
  private Optional<Endpoint> portThatMaySendForEver(String fed) {
    Set<String> visited = new HashSet<>();
    // Not by recursion: a pipeline may be longer than the stack is deep.
    Deque<String> open = new ArrayDeque<>(List.of(fed));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (!visited.add(name) || inspection.isExplained(name)) {
        continue;
      }
      Channel channel = graph.channel(name);
      Optional<Endpoint> port =
          channel.puts().stream().filter(put -> put.role() == Role.PORT).findFirst();
      if (port.isPresent() && channel.closings().isEmpty() && !hasSendEnd(name)) {
        return port;
      }
      graph.sendersTo(name).stream()
          .filter(stage -> sendersOf(stage).noneMatch(name::equals)) // It closes when it likes.
          .flatMap(stage -> stage.inputs().stream())
          .forEach(input -> open.push(input.channel()));
    }
    return Optional.empty();
  }

  /** Who holds the send end itself can close it. */
  private boolean hasSendEnd(String channel) {
    return inspection.topology().ports().stream()
        .anyMatch(
            port -> port instanceof Port.SendEnd end && end.output().channel().equals(channel));
  }

  /** Closing never passes a loop: each of its stages waits for another one of them to end. */
  private void checkLoops() {
    for (Set<Stage> loop : graph.loops()) {
      if (loop.stream().anyMatch(stage -> hasSenderInto(loop, stage))) {
        continue; // It may close it when it likes.
      }
      if (loop.stream().anyMatch(Stage.Fold.class::isInstance)) {
        reportFolds(loop);
      } else {
        reportLoop(loop);
      }
    }
  }

  private boolean hasSenderInto(Set<Stage> loop, Stage stage) {
    return sendersOf(stage)
        .anyMatch(channel -> !Collections.disjoint(graph.receiversOf(channel), loop));
  }

  /** The channels whose send ends the user's method has in its hands. */
  private static Stream<String> sendersOf(Stage stage) {
    return stage.parameters().stream()
        .filter(Stage.Parameter::sends)
        .map(parameter -> parameter.end().channel());
  }

  /** A fold that feeds itself was told as one that waits for itself. */
  private void reportFolds(Set<Stage> loop) {
    for (Stage stage : loop) {
      if (stage instanceof Stage.Fold fold && loop.size() > 1) {
        inspection.report(
            NEVER_ENDS_FOLD,
            Site.of(fold.method().element()),
            fold.method(),
            fold.input().channel(),
            StageGraph.path(graph.shortestCycle(fold, channel -> true)));
      }
    }
  }

  /** Who declares {@code @Close}, or returns all that a source sends, expects an end. */
  private void reportLoop(Set<Stage> loop) {
    Site site = Site.of(inspection.topology().element());
    Stage first = loop.iterator().next();
    List<String> names = loop.stream().map(stage -> stage.method().name()).toList();
    Optional<String> closed = closedBefore(loop);
    Optional<Method> source = closed.isPresent() ? Optional.empty() : sourceBefore(loop);
    if (loop.size() > 1) {
      closed.ifPresent(channel -> inspection.report(NEVER_ENDS, site, channel, names));
      source.ifPresent(method -> inspection.report(NEVER_ENDS_SOURCE, site, method, names));
    } else {
      String own = graph.outputToItself(first).orElseThrow().channel();
      closed.ifPresent(
          channel ->
              inspection.report(NEVER_ENDS_ALONE, site, channel, first.method().name(), own));
      source.ifPresent(
          method ->
              inspection.report(NEVER_ENDS_SOURCE_ALONE, site, method, first.method().name(), own));
    }
  }

  private Optional<String> closedBefore(Set<Stage> loop) {
    return inspection.topology().channels().stream()
        .filter(channel -> !channel.closings().isEmpty())
        .map(Channel::name)
        .filter(name -> graph.reachableFrom(graph.receiversOf(name)).containsAll(loop))
        .findFirst();
  }

  /** The source of all that comes to the loop, if nobody else may go on for as long as he likes. */
  private Optional<Method> sourceBefore(Set<Stage> loop) {
    List<Stage> before =
        graph.stages().stream()
            .filter(stage -> graph.reachableFrom(List.of(stage)).containsAll(loop))
            .toList();
    boolean goesOn =
        before.stream()
            .anyMatch(
                stage ->
                    stage instanceof Stage.AnyProcess
                        || (stage instanceof Stage.Source source
                            && source.form() == Stage.SourceForm.SENDER)
                        || stage.inputs().stream().anyMatch(graph::isFedByPort));
    return goesOn
        ? Optional.empty()
        : before.stream().filter(Stage.Source.class::isInstance).map(Stage::method).findFirst();
  }
}
