package dev.millrace.processor.check;

import static dev.millrace.processor.report.ConnectionProblem.ALSO_CONSUMED;
import static dev.millrace.processor.report.ConnectionProblem.SHARED;

import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Endpoint;
import java.util.List;

/** Whether the receivers of a channel take each other's values. */
final class Sharing {

  private Sharing() {}

  static void check(Inspection inspection) {
    for (Channel channel : inspection.unexplained()) {
      if (inspection.topology().carriesRequests(channel.name())) {
        continue; // Told as servers.
      }
      if (Broadcasts.isMeant(channel, inspection.topology())) {
        continue; // Each gets every value.
      }
      List<Endpoint> stages = takes(channel, true);
      List<Endpoint> ports = takes(channel, false);
      // Two arms of one actor for one channel were told as such.
      if (stages.stream().map(Endpoint::method).distinct().count() > 1) {
        inspection.report(
            SHARED,
            stages.get(1).site(),
            stages.stream().map(Endpoint::method).toList(),
            stages.size() == 2 ? "both" : "all",
            channel.name());
      }
      if (!stages.isEmpty() && !ports.isEmpty()) {
        Endpoint port = ports.get(0);
        inspection.report(
            ALSO_CONSUMED, port.site(), stages.get(0).method(), port.method(), channel.name());
      }
    }
  }

  private static List<Endpoint> takes(Channel channel, boolean byStages) {
    return channel.takes().stream().filter(take -> take.isOfStage() == byStages).toList();
  }
}
