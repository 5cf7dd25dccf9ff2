package dev.millrace.processor.write;

import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Endpoint.Role;

/** Which ends of a channel belong to ports, and so need a field that the ports share. */
final class PortEnds {

  private PortEnds() {}

  static boolean hasSender(Channel channel) {
    return !channel.closings().isEmpty()
        || channel.puts().stream().anyMatch(put -> put.role() == Role.PORT);
  }

  /** A receive end that a single arm uses has no field: it is handed to its select at once. */
  static boolean hasReceiver(Channel channel) {
    long arms = channel.takes().stream().filter(take -> take.role() == Role.ARM).count();
    return arms > 1 || channel.takes().stream().map(Endpoint::role).anyMatch(Role.PORT::equals);
  }
}
