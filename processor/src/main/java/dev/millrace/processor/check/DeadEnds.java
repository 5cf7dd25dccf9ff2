package dev.millrace.processor.check;

import static dev.millrace.processor.report.LivenessProblem.DEAD_END;
import static dev.millrace.processor.report.LivenessProblem.DEAD_END_OF_SOURCE;

import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Endpoint.Role;
import dev.millrace.processor.model.Site;
import dev.millrace.processor.model.Stage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether stages depend on somebody calling a port. Most do, and rightly so: this is told only to
 * those who ask for it.
 */
final class DeadEnds {

  private final Inspection inspection;
  private final StageGraph graph;

  private DeadEnds(Inspection inspection) {
    this.inspection = inspection;
    this.graph = new StageGraph(inspection.topology());
  }

  static void check(Inspection inspection) {
    if (Options.isStrict(inspection)) {
      DeadEnds deadEnds = new DeadEnds(inspection);
      for (Channel channel : inspection.unexplained()) {
        List<Endpoint> ports = channel.takes().stream().filter(take -> !take.isOfStage()).toList();
        // A broadcast waits for each of its consumers.
        if (!ports.isEmpty() && (channel.isBroadcast() || ports.size() == channel.takes().size())) {
          deadEnds.check(channel, ports.get(0));
        }
      }
    }
  }

  private void check(Channel channel, Endpoint take) {
    if (channel.makesSendersWait()) {
      graph.sendersTo(channel.name()).forEach(stage -> report(stage, channel, take));
    }
  }

  private void report(Stage stage, Channel channel, Endpoint take) {
    Site site = Site.of(stage.method().element());
    long workers = stage.workers() == null ? 1 : stage.workers().count();
    long most = channel.capacity() + workers;
    Optional<Endpoint> port = portBefore(stage);
    if (port.isPresent()) {
      inspection.report(
          DEAD_END,
          site,
          channel.name(),
          stage.method(),
          channel.isBroadcast() ? "a port too, for which the others wait" : "a port only",
          take.method(),
          most == 1 ? "1 value" : most + " values",
          port.get().method());
    } else {
      inspection.report(
          DEAD_END_OF_SOURCE,
          site,
          channel.name(),
          stage.method(),
          channel.isBroadcast() ? "a port too, for which the others wait" : "a port only",
          take.method(),
          most == 1 ? "1 value" : most + " values");
    }
  }

  private Optional<Endpoint> portBefore(Stage last) {
    Set<Stage> visited = new HashSet<>();
    // Not by recursion: a pipeline may be longer than the stack is deep.
    Deque<Stage> open = new ArrayDeque<>(List.of(last));
    while (!open.isEmpty()) {
      Stage stage = open.pop();
      for (Endpoint input : visited.add(stage) ? stage.inputs() : List.<Endpoint>of()) {
        Optional<Endpoint> port =
            graph.channel(input.channel()).puts().stream()
                .filter(put -> put.role() == Role.PORT)
                .findFirst();
        if (port.isPresent()) {
          return port;
        }
        graph.sendersTo(input.channel()).forEach(open::push);
      }
    }
    return Optional.empty();
  }
}
