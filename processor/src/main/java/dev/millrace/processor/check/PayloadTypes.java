package dev.millrace.processor.check;

import static dev.millrace.processor.report.TypeProblem.SIGNAL_EXPECTED;
import static dev.millrace.processor.report.TypeProblem.SIGNAL_MISMATCH;
import static dev.millrace.processor.report.TypeProblem.SIGNAL_OF_SENDERS;

import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Payload;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/** Whether one type fits all that is sent to a channel and all that is taken from it. */
final class PayloadTypes {

  private PayloadTypes() {}

  static void check(Inspection inspection) {
    for (Channel channel : inspection.unexplained()) {
      boolean carrier = reportCarriers(channel, inspection);
      if (!carrier && !reportSignals(channel, inspection)) {
        new TypeMismatch(channel, inspection).report();
      }
    }
  }

  /** One message for one type: what was put in as a carrier comes out as one. */
  private static boolean reportCarriers(Channel channel, Inspection inspection) {
    return Stream.concat(channel.puts().stream(), channel.takes().stream())
        .anyMatch(end -> Carriers.report(end, elementOf(end), inspection));
  }

  private static boolean reportSignals(Channel channel, Inspection inspection) {
    Optional<Endpoint> signalled = find(channel.puts(), Payload.Signal.class);
    Optional<Endpoint> put = find(channel.puts(), Payload.Value.class);
    Optional<Endpoint> woken = find(channel.takes(), Payload.Signal.class);
    Optional<Endpoint> taken = find(channel.takes(), Payload.Value.class);
    if (signalled.isPresent() && put.isPresent()) {
      inspection.report(
          SIGNAL_OF_SENDERS,
          put.get().site(),
          signalled.get().method(),
          channel.name(),
          put.get().method(),
          typeOf(put.get()));
    } else if (signalled.isPresent() && taken.isPresent()) {
      inspection.report(
          SIGNAL_MISMATCH,
          taken.get().site(),
          signalled.get().method(),
          speaker(taken.get()),
          typeOf(taken.get()),
          channel.name());
    } else if (put.isPresent() && woken.isPresent()) {
      inspection.report(
          SIGNAL_EXPECTED,
          woken.get().site(),
          put.get().method(),
          typeOf(put.get()),
          channel.name(),
          speaker(woken.get()));
    } else {
      return false;
    }
    return true;
  }

  /** What a message calls the end: its method, or the record of an arm. */
  static Object speaker(Endpoint end) {
    return end.isArm() ? end.site().element() : end.method();
  }

  static Object typeOf(Endpoint end) {
    return end.payload() instanceof Payload.Value value ? value.type() : "nothing";
  }

  private static Element elementOf(Endpoint end) {
    return end.isArm() ? end.site().element() : end.method().element();
  }

  private static Optional<Endpoint> find(List<Endpoint> ends, Class<? extends Payload> kind) {
    return ends.stream().filter(end -> kind.isInstance(end.payload())).findFirst();
  }
}
