package dev.millrace.processor.check;

import static dev.millrace.processor.report.ConnectionProblem.ALSO_CONSUMED;
import static dev.millrace.processor.report.ConnectionProblem.SHARED;

import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Method;
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
      // Two arms of one actor, or ends of one process, for one channel were told as such.
      List<Method> methods = stages.stream().map(Endpoint::method).distinct().toList();
      if (methods.size() > 1) {
        Endpoint second = firstOf(methods.get(1), stages);
        String count = methods.size() == 2 ? "both" : "all";
        inspection.report(SHARED, second.site(), methods, count, channel.name());
      }
      if (!stages.isEmpty() && !ports.isEmpty()) {
        Endpoint port = ports.get(0);
        inspection.report(
            ALSO_CONSUMED, port.site(), stages.get(0).method(), port.method(), channel.name());
      }
    }
  }

  private static Endpoint firstOf(Method method, List<Endpoint> ends) {
    return ends.stream().filter(end -> end.method().equals(method)).findFirst().orElseThrow();
  }

  private static List<Endpoint> takes(Channel channel, boolean byStages) {
    return channel.takes().stream().filter(take -> take.isOfStage() == byStages).toList();
  }
}
