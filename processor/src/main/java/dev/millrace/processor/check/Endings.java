package dev.millrace.processor.check;

import static dev.millrace.processor.report.Problem.MISSING_CLOSE;
import static dev.millrace.processor.report.Problem.NEVER_ENDS;
import static dev.millrace.processor.report.Problem.NEVER_ENDS_ALONE;

import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Endpoint.Role;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Site;
import dev.millrace.processor.model.Stage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        portThatMaySendForEver(fold.input().channel(), new HashSet<>())
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
  private Optional<Endpoint> portThatMaySendForEver(String name, Set<String> visited) {
    if (!visited.add(name) || inspection.isExplained(name)) {
      return Optional.empty();
    }
    Channel channel = graph.channel(name);
    Optional<Endpoint> port =
        channel.puts().stream().filter(put -> put.role() == Role.PORT).findFirst();
    if (port.isPresent() && channel.closings().isEmpty() && !hasSendEnd(name)) {
      return port;
    }
    return graph.stages().stream()
        .filter(stage -> !(stage instanceof Stage.AnyProcess)) // It ends when it likes.
        .filter(stage -> stage.outputs().stream().anyMatch(put -> put.channel().equals(name)))
        .flatMap(stage -> stage.inputs().stream())
        .flatMap(input -> portThatMaySendForEver(input.channel(), visited).stream())
        .findFirst();
  }

  /** Who holds the send end itself can close it. */
  private boolean hasSendEnd(String channel) {
    return inspection.topology().ports().stream()
        .anyMatch(
            port -> port instanceof Port.SendEnd end && end.output().channel().equals(channel));
  }

  /** Who declares {@code @Close} expects an end; a loop behind it never hears of it. */
  private void checkLoops() {
    List<Set<Stage>> loops = graph.loops();
    for (Set<Stage> loop : loops) {
      closedBefore(loop).ifPresent(channel -> reportNeverEnds(loop, channel));
    }
  }

  private Optional<String> closedBefore(Set<Stage> loop) {
    return inspection.topology().channels().stream()
        .filter(channel -> !channel.closings().isEmpty())
        .map(Channel::name)
        .filter(name -> graph.reachableFrom(graph.receiversOf(name)).containsAll(loop))
        .findFirst();
  }

  private void reportNeverEnds(Set<Stage> loop, String channel) {
    Site site = Site.of(inspection.topology().element());
    Stage first = loop.iterator().next();
    if (first instanceof Stage.Fold) {
      return; // A loop through a fold was told as one that waits for itself.
    }
    if (loop.stream().anyMatch(Stage.AnyProcess.class::isInstance)) {
      return; // It may end when it likes.
    }
    if (loop.size() == 1) {
      String own = graph.outputToItself(first).orElseThrow().channel();
      inspection.report(NEVER_ENDS_ALONE, site, channel, first.method().name(), own);
    } else {
      inspection.report(
          NEVER_ENDS, site, channel, loop.stream().map(stage -> stage.method().name()).toList());
    }
  }
}
