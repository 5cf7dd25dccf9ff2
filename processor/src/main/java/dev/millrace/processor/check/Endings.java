package dev.millrace.processor.check;

import static dev.millrace.processor.report.LivenessProblem.MISSING_CLOSE;
import static dev.millrace.processor.report.LivenessProblem.NEVER_ENDS;
import static dev.millrace.processor.report.LivenessProblem.NEVER_ENDS_ALONE;
import static dev.millrace.processor.report.LivenessProblem.NEVER_ENDS_BEHIND;
import static dev.millrace.processor.report.LivenessProblem.NEVER_ENDS_FOLD;
import static dev.millrace.processor.report.LivenessProblem.NEVER_ENDS_SOURCE;
import static dev.millrace.processor.report.LivenessProblem.NEVER_ENDS_SOURCE_ALONE;

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
  private final List<Set<Stage>> loops;

  private Endings(Inspection inspection) {
    this.inspection = inspection;
    this.graph = new StageGraph(inspection.topology());
    this.loops = graph.loops();
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
            .ifPresentOrElse(
                port ->
                    inspection.report(
                        MISSING_CLOSE,
                        Site.of(fold.method().element()),
                        fold.method(),
                        fold.input().channel(),
                        port.method(),
                        port.channel()),
                () -> reportLoopBefore(fold));
      }
    }
  }

  /** A loop of which nobody expects an end may go on; but a fold behind it waits for that end. */
  private void reportLoopBefore(Stage.Fold fold) {
    Set<Stage> awaited = awaited(fold.input().channel());
    loops.stream()
        // A fold in the loop is told itself.
        .filter(loop -> loop.stream().noneMatch(Stage.Fold.class::isInstance))
        .filter(loop -> !Collections.disjoint(loop, awaited))
        .filter(loop -> !mayClose(loop) && closedBefore(loop).isEmpty())
        .filter(loop -> sourceBefore(loop).isEmpty())
        .filter(loop -> !Collections.disjoint(loop, graph.reachableFrom(graph.entrances())))
        .findFirst()
        .ifPresent(
            loop ->
                inspection.report(
                    NEVER_ENDS_BEHIND,
                    Site.of(fold.method().element()),
                    fold.method(),
                    fold.input().channel(),
                    graph.path(graph.shortestCycle(loop.iterator().next(), hop -> true))));
  }

  /** The stages that must end before the channel is closed. */
  private Set<Stage> awaited(String fed) {
    Set<Stage> awaited = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(fed));
    while (!open.isEmpty()) {
      String name = open.pop();
      graph.sendersTo(name).stream()
          .filter(stage -> sendersOf(stage).noneMatch(name::equals)) // It closes when it likes.
          .filter(awaited::add)
          .flatMap(stage -> stage.inputs().stream())
          .forEach(input -> open.push(input.channel()));
    }
    return awaited;
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
    for (Set<Stage> loop : loops) {
      if (mayClose(loop)) {
        continue;
      }
      if (loop.stream().anyMatch(Stage.Fold.class::isInstance)) {
        reportFolds(loop);
      } else {
        reportLoop(loop);
      }
    }
  }

  /** Whether a stage of the loop has the send end to it, and may close that when it likes. */
  private boolean mayClose(Set<Stage> loop) {
    return loop.stream()
        .flatMap(Endings::sendersOf)
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
            graph.path(graph.shortestCycle(fold, hop -> true)));
      }
    }
  }

  /** Who declares {@code @Close}, or returns all that a source sends, expects an end. */
  private void reportLoop(Set<Stage> loop) {
    Site site = Site.of(inspection.topology().element());
    Stage first = loop.iterator().next();
    List<String> names = loop.stream().map(graph::label).toList();
    Optional<String> closed = closedBefore(loop);
    Optional<Method> source = closed.isPresent() ? Optional.empty() : sourceBefore(loop);
    if (loop.size() > 1) {
      closed.ifPresent(channel -> inspection.report(NEVER_ENDS, site, channel, names));
      source.ifPresent(method -> inspection.report(NEVER_ENDS_SOURCE, site, method, names));
    } else {
      String own = graph.outputToItself(first).orElseThrow().channel();
      closed.ifPresent(
          channel -> inspection.report(NEVER_ENDS_ALONE, site, channel, graph.label(first), own));
      source.ifPresent(
          method ->
              inspection.report(NEVER_ENDS_SOURCE_ALONE, site, method, graph.label(first), own));
    }
  }

  /** A channel that can be closed before the loop, if closing ends all that comes to it. */
  private Optional<String> closedBefore(Set<Stage> loop) {
    if (goesOn(before(loop))) {
      return Optional.empty();
    }
    return inspection.topology().channels().stream()
        .filter(channel -> !channel.closings().isEmpty())
        .map(Channel::name)
        .filter(name -> graph.reachableFrom(graph.receiversOf(name)).containsAll(loop))
        .findFirst();
  }

  /** The source of all that comes to the loop, if nobody else may go on for as long as he likes. */
  private Optional<Method> sourceBefore(Set<Stage> loop) {
    Set<Stage> before = before(loop);
    return goesOn(before)
        ? Optional.empty()
        : graph.stages().stream()
            .filter(stage -> stage instanceof Stage.Source && before.contains(stage))
            .map(Stage::method)
            .findFirst();
  }

  /** The stages whose values can come to the loop, its own included. */
  private Set<Stage> before(Set<Stage> loop) {
    Set<Stage> before = new HashSet<>(loop);
    Deque<Stage> open = new ArrayDeque<>(loop);
    while (!open.isEmpty()) {
      for (Endpoint input : open.pop().inputs()) {
        graph.sendersTo(input.channel()).stream().filter(before::add).forEach(open::push);
      }
    }
    return before;
  }

  /** Whether one of the stages may send, or be sent to, for as long as somebody likes. */
  private boolean goesOn(Set<Stage> stages) {
    return stages.stream()
        .anyMatch(
            stage ->
                stage instanceof Stage.AnyProcess
                    || (stage instanceof Stage.Source source
                        && source.form() == Stage.SourceForm.SENDER)
                    || stage.inputs().stream().anyMatch(this::isFedForEver));
  }

  private boolean isFedForEver(Endpoint input) {
    return graph.isFedByPort(input) && graph.channel(input.channel()).closings().isEmpty();
  }
}
