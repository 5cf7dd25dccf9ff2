package dev.millrace.processor.check;

import static dev.millrace.processor.report.RequestProblem.REPLY_MISMATCH;
import static dev.millrace.processor.report.RequestProblem.REPLY_NOT_EXPECTED;
import static dev.millrace.processor.report.RequestProblem.REPLY_OF_NOTHING;
import static dev.millrace.processor.report.RequestProblem.REPLY_OF_NULL;
import static dev.millrace.processor.report.RequestProblem.REQUEST_BUFFER;
import static dev.millrace.processor.report.RequestProblem.REQUEST_DROPS;
import static dev.millrace.processor.report.RequestProblem.REQUEST_MIXED;
import static dev.millrace.processor.report.RequestProblem.SERVER_MISSING;
import static dev.millrace.processor.report.RequestProblem.SERVER_TWICE;

import dev.millrace.processor.model.Buffer;
import dev.millrace.processor.model.Buffer.Overflow;
import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Endpoint.Role;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.Topology;
import dev.millrace.processor.report.DidYouMean;
import dev.millrace.processor.resolve.Boxing;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Whether each request has one server, which replies what its callers expect. */
final class Requests {

  private Requests() {}

  static void check(Inspection inspection) {
    for (Channel channel : inspection.unexplained()) {
      List<Port.Ask> asks = inspection.topology().asks(channel.name());
      if (!asks.isEmpty()) {
        check(channel, asks, inspection);
      }
    }
  }

  private static void check(Channel channel, List<Port.Ask> asks, Inspection inspection) {
    Port.Ask first = asks.get(0);
    Optional<Endpoint> other = otherUse(channel);
    if (other.isPresent()) {
      reportMixed(first, other.get(), inspection);
      inspection.explain(channel.name());
      return;
    }
    List<Stage.Server> servers = inspection.topology().servers(channel.name());
    if (servers.size() > 1) {
      inspection.report(
          SERVER_TWICE,
          servers.get(1).input().site(),
          servers.stream().map(Stage::method).toList(),
          servers.size() == 2 ? "both" : "all",
          channel.name());
    } else if (servers.size() == 1) {
      checkReplies(asks, servers.get(0), inspection);
    }
    channel.buffers().stream().findFirst().ifPresent(buffer -> check(buffer, first, inspection));
  }

  private static void check(Buffer buffer, Port.Ask ask, Inspection inspection) {
    if (buffer.overflow() != Overflow.WAIT) {
      inspection.report(
          REQUEST_DROPS, buffer.overflowSite(), buffer.channel(), buffer.overflow().name());
    } else if (buffer.size() > 0) {
      inspection.report(REQUEST_BUFFER, buffer.channelSite(), ask.method(), buffer.channel());
    }
  }

  /** An end that neither asks nor could be a server. */
  private static Optional<Endpoint> otherUse(Channel channel) {
    return Stream.concat(
            channel.puts().stream().filter(put -> !annotationOf(put).equals("Request")),
            channel.takes().stream().filter(take -> take.role() != Role.STAGE))
        .findFirst();
  }

  private static void reportMixed(Port.Ask ask, Endpoint other, Inspection inspection) {
    inspection.report(
        REQUEST_MIXED,
        other.site(),
        other.channel(),
        ask.method(),
        annotationOf(other),
        PayloadTypes.speaker(other));
  }

  private static String annotationOf(Endpoint end) {
    return Objects.requireNonNull(end.site().annotation())
        .getAnnotationType()
        .asElement()
        .getSimpleName()
        .toString();
  }

  private static void checkReplies(
      List<Port.Ask> asks, Stage.Server server, Inspection inspection) {
    TypeMirror returned = server.method().result();
    if (Carriers.isVoidBox(returned)) {
      inspection.report(
          REPLY_OF_NULL,
          server.input().site(),
          server.method(),
          returned,
          server.input().channel());
      return;
    }
    for (Port.Ask ask : asks) {
      checkReply(ask, server, inspection);
    }
  }

  private static void checkReply(Port.Ask ask, Stage.Server server, Inspection inspection) {
    TypeMirror expected = ask.method().result();
    TypeMirror returned = server.method().result();
    boolean expectsNone = expected.getKind() == TypeKind.VOID;
    boolean returnsNone = returned.getKind() == TypeKind.VOID;
    if (expectsNone && returnsNone) {
      return;
    }
    if (expectsNone) {
      inspection.report(
          REPLY_NOT_EXPECTED, ask.output().site(), ask.method(), server.method(), returned);
    } else if (returnsNone) {
      inspection.report(
          REPLY_OF_NOTHING, ask.output().site(), ask.method(), expected, server.method());
    } else if (!fits(returned, expected, inspection)) {
      inspection.report(
          REPLY_MISMATCH, ask.output().site(), ask.method(), expected, server.method(), returned);
    }
  }

  /** Boxed, since replies are objects on their way: as in channels, numbers are not widened. */
  private static boolean fits(TypeMirror returned, TypeMirror expected, Inspection inspection) {
    Boxing boxing = new Boxing(inspection.types());
    return inspection.types().isSubtype(boxing.box(returned), boxing.box(expected));
  }

  static void reportServerMissing(Port.Ask ask, Inspection inspection) {
    VariableElement question = ask.method().element().getParameters().get(0);
    inspection.report(
        SERVER_MISSING,
        ask.output().site(),
        ask.method(),
        ask.output().channel(),
        ask.method().result(),
        ask.method().type().getParameterTypes().get(0),
        question.getSimpleName());
  }

  /** Whether the name is a misspelt one of requests that nobody answers, which is told as such. */
  static boolean mayBeMeant(String name, Topology topology) {
    return topology.channels().stream()
            .filter(channel -> channel.name().equals(name))
            .allMatch(channel -> channel.puts().isEmpty())
        && topology.channels().stream()
            .filter(
                channel -> channel.takes().isEmpty() && topology.carriesRequests(channel.name()))
            .anyMatch(channel -> DidYouMean.isNear(channel.name(), name));
  }
}
