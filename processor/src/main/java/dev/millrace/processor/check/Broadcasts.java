package dev.millrace.processor.check;

import static dev.millrace.processor.report.BroadcastProblem.BROADCAST_ALONE;
import static dev.millrace.processor.report.BroadcastProblem.BROADCAST_DROPS;
import static dev.millrace.processor.report.BroadcastProblem.BROADCAST_FROM_SELECT;
import static dev.millrace.processor.report.BroadcastProblem.BROADCAST_OF_REQUESTS;
import static dev.millrace.processor.report.BroadcastProblem.BROADCAST_PORTS;
import static dev.millrace.processor.report.BroadcastProblem.BROADCAST_TWICE;
import static dev.millrace.processor.report.BroadcastProblem.UNKNOWN_BROADCAST;
import static dev.millrace.processor.report.BroadcastProblem.UNKNOWN_BROADCAST_TYPO;

import dev.millrace.processor.model.Arm;
import dev.millrace.processor.model.Broadcast;
import dev.millrace.processor.model.Buffer;
import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Method;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Select;
import dev.millrace.processor.model.Stray;
import dev.millrace.processor.model.Topology;
import dev.millrace.processor.report.DidYouMean;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;

/** Whether each name in {@code @Broadcast} is a channel that can be, and has several consumers. */
final class Broadcasts {

  private Broadcasts() {}

  static void check(Inspection inspection) {
    Set<Written> written = new HashSet<>();
    for (Broadcast broadcast : inspection.topology().broadcasts()) {
      if (!written.add(new Written(broadcast.site().element(), broadcast.channel()))) {
        inspection.report(BROADCAST_TWICE, broadcast.site(), broadcast.channel());
      } else if (find(broadcast.channel(), inspection.topology()).isEmpty()) {
        reportUnknown(broadcast, inspection);
      }
    }
    for (Channel channel : inspection.unexplained()) {
      channel.broadcasts().stream()
          .findFirst()
          .ifPresent(broadcast -> check(channel, broadcast, inspection));
    }
  }

  /** A fragment may say what its topology repeats, but one annotation need not say it twice. */
  private record Written(Element element, String channel) {}

  private static void check(Channel channel, Broadcast broadcast, Inspection inspection) {
    if (inspection.topology().carriesRequests(channel.name())) {
      inspection.report(BROADCAST_OF_REQUESTS, broadcast.site(), channel.name());
      return;
    }
    if (channel.overflow() != Buffer.Overflow.WAIT) {
      inspection.report(
          BROADCAST_DROPS, broadcast.site(), channel.name(), channel.overflow().name());
    } else if (channel.consumers().size() == 1 && !isHalf(channel, inspection.topology())) {
      inspection.report(
          BROADCAST_ALONE, broadcast.site(), channel.consumers().get(0), channel.name());
    }
    checkPorts(channel, inspection);
    if (channel.isBroadcast() && channel.capacity() == 0) {
      checkSelects(channel, inspection);
    }
  }

  /** Whether a consumer was probably meant too that names a channel to which nothing sends. */
  private static boolean isHalf(Channel channel, Topology topology) {
    return topology.channels().stream()
        .filter(other -> other.puts().isEmpty() && !other.takes().isEmpty())
        .anyMatch(other -> DidYouMean.isNear(channel.name(), other.name()));
  }

  /**
   * Ports share one end, unless each of them hands out an end of its own. Beside a stage they may
   * mean to: together they are one subscriber of several.
   */
  private static void checkPorts(Channel channel, Inspection inspection) {
    List<Endpoint> ports = channel.takes();
    if (ports.stream().anyMatch(Endpoint::isOfStage)) {
      return;
    }
    List<Method> methods = ports.stream().map(Endpoint::method).distinct().toList();
    if (methods.size() > 1 && !ports.stream().allMatch(port -> isView(port, inspection))) {
      Method first = methods.get(0);
      Endpoint second =
          ports.stream().filter(port -> !port.method().equals(first)).findFirst().orElseThrow();
      inspection.report(BROADCAST_PORTS, second.site(), methods, count(methods), channel.name());
    }
  }

  private static String count(List<Method> methods) {
    return methods.size() == 2 ? "two" : String.valueOf(methods.size());
  }

  private static boolean isView(Endpoint take, Inspection inspection) {
    return inspection.topology().ports().stream()
        .anyMatch(port -> port instanceof Port.ReceiveEnd end && end.input().equals(take));
  }

  private static void checkSelects(Channel channel, Inspection inspection) {
    for (Select select : inspection.topology().selects()) {
      for (Arm.Sending sending : select.sendings()) {
        if (sending.channel().equals(channel.name())) {
          inspection.report(BROADCAST_FROM_SELECT, sending.site(), select.method(), channel.name());
        }
      }
    }
  }

  private static void reportUnknown(Broadcast broadcast, Inspection inspection) {
    List<String> channels = inspection.topology().channels().stream().map(Channel::name).toList();
    inspection.reportUnknown(
        broadcast.channel(), broadcast.site(), channels, UNKNOWN_BROADCAST_TYPO, UNKNOWN_BROADCAST);
  }

  /** Whether consumers may share the channel, or are to: only the name or the place is wrong. */
  static boolean isMeant(Channel channel, Topology topology) {
    return !channel.broadcasts().isEmpty()
        || topology.strays().stream().anyMatch(stray -> isOf(channel, stray))
        || topology.broadcasts().stream()
            .map(Broadcast::channel)
            .filter(name -> find(name, topology).isEmpty())
            .anyMatch(name -> DidYouMean.isNear(channel.name(), name));
  }

  private static boolean isOf(Channel channel, Stray stray) {
    return stray instanceof Stray.OfBroadcast of && of.broadcast().channel().equals(channel.name());
  }

  private static Optional<Channel> find(String name, Topology topology) {
    return topology.channels().stream().filter(channel -> channel.name().equals(name)).findFirst();
  }
}
