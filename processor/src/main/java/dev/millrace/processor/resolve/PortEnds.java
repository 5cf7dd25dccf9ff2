package dev.millrace.processor.resolve;

import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Endpoint.Role;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Topology;
import java.util.List;

/** Which ends of a channel belong to ports, and so need fields. */
public final class PortEnds {

  private PortEnds() {}

  /** Whether there is a send end that ports share. */
  public static boolean hasSender(Channel channel) {
    return !channel.closings().isEmpty()
        || channel.puts().stream().anyMatch(put -> put.role() == Role.PORT);
  }

  /**
   * Whether there is a receive end that ports share. One that a single arm uses has no field: it is
   * handed to its select at once, unless that must find it again as a subscriber's.
   */
  public static boolean hasReceiver(Channel channel, Topology topology) {
    if (channel.isBroadcast()) {
      List<Endpoint> views = views(channel, topology).stream().map(Port.ReceiveEnd::input).toList();
      return channel.takes().stream().anyMatch(take -> !take.isOfStage() && !views.contains(take));
    }
    long arms = channel.takes().stream().filter(take -> take.role() == Role.ARM).count();
    return arms > 1 || channel.takes().stream().map(Endpoint::role).anyMatch(Role.PORT::equals);
  }

  /** The ports that each hand out a receive end of their own: those of a broadcast. */
  public static List<Port.ReceiveEnd> views(Channel channel, Topology topology) {
    return topology.ports().stream()
        .filter(Port.ReceiveEnd.class::isInstance)
        .map(Port.ReceiveEnd.class::cast)
        .filter(end -> channel.isBroadcast() && end.input().channel().equals(channel.name()))
        .toList();
  }
}
