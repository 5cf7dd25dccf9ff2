package dev.millrace.processor.check;

import static dev.millrace.processor.report.CloseProblem.CLOSE_OF_NOTHING;
import static dev.millrace.processor.report.CloseProblem.CLOSE_OF_STAGE;
import static dev.millrace.processor.report.CloseProblem.CLOSE_OF_STAGE_INPUT;
import static dev.millrace.processor.report.CloseProblem.CLOSE_TWICE;
import static dev.millrace.processor.report.CloseProblem.UNKNOWN_CLOSE;
import static dev.millrace.processor.report.CloseProblem.UNKNOWN_CLOSE_TYPO;

import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Closing;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Endpoint.Role;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Site;
import dev.millrace.processor.model.Topology;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether each {@code @Close} names channels that ports send to. */
final class Closings {

  private Closings() {}

  static void check(Inspection inspection) {
    for (Port port : inspection.topology().ports()) {
      if (port instanceof Port.Close close) {
        check(close, inspection);
      }
    }
  }

  private static void check(Port.Close close, Inspection inspection) {
    if (close.closings().isEmpty()) {
      inspection.report(CLOSE_OF_NOTHING, Site.of(close.method().element()), close.method());
    }
    Set<String> written = new HashSet<>();
    for (Closing closing : close.closings()) {
      if (written.add(closing.channel())) {
        check(closing, inspection);
      } else {
        inspection.report(CLOSE_TWICE, closing.site(), close.method(), closing.channel());
      }
    }
  }

  private static void check(Closing closing, Inspection inspection) {
    Topology topology = inspection.topology();
    Optional<Channel> closed =
        topology.channels().stream()
            .filter(channel -> channel.name().equals(closing.channel()))
            .findFirst();
    if (closed.isEmpty()) {
      reportUnknown(closing, inspection);
      return;
    }
    List<Endpoint> puts = closed.get().puts();
    if (!puts.isEmpty() && puts.stream().allMatch(put -> put.role() == Role.STAGE)) {
      reportOfStage(closing, puts.get(0), inspection);
    }
  }

  private static void reportUnknown(Closing closing, Inspection inspection) {
    List<String> closable =
        inspection.topology().channels().stream()
            .filter(Closings::isFedByPort)
            .map(Channel::name)
            .toList();
    inspection.reportUnknown(
        closing.channel(), closing.site(), closable, UNKNOWN_CLOSE_TYPO, UNKNOWN_CLOSE);
  }

  /** Says what to close instead, if the stage that sends is fed by ports. */
  private static void reportOfStage(Closing closing, Endpoint put, Inspection inspection) {
    Topology topology = inspection.topology();
    Optional<String> input =
        topology.stages().stream()
            .filter(stage -> stage.method().equals(put.method()))
            .flatMap(stage -> stage.inputs().stream())
            .map(Endpoint::channel)
            .filter(name -> isFedByPort(name, topology))
            .findFirst();
    if (input.isPresent()) {
      inspection.report(
          CLOSE_OF_STAGE_INPUT, closing.site(), closing.channel(), put.method(), input.get());
    } else {
      inspection.report(CLOSE_OF_STAGE, closing.site(), closing.channel(), put.method());
    }
  }

  private static boolean isFedByPort(String name, Topology topology) {
    return topology.channels().stream()
        .anyMatch(channel -> channel.name().equals(name) && isFedByPort(channel));
  }

  private static boolean isFedByPort(Channel channel) {
    return channel.puts().stream().anyMatch(put -> put.role() == Role.PORT);
  }
}
