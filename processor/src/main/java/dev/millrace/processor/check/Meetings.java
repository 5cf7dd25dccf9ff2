package dev.millrace.processor.check;

import static dev.millrace.processor.report.LivenessProblem.NEVER_MEET;

import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Select;
import java.util.List;
import java.util.Optional;

/** Whether one side waits for the other where values change hands without a buffer. */
final class Meetings {

  private final List<Port> ports;
  private final List<Select> selects;

  private Meetings(Inspection inspection) {
    this.ports = inspection.topology().ports();
    this.selects = inspection.topology().selects();
  }

  static void check(Inspection inspection) {
    Meetings meetings = new Meetings(inspection);
    for (Channel channel : inspection.unexplained()) {
      Optional<Endpoint> put = channel.puts().stream().findFirst();
      Optional<Endpoint> take =
          channel.takes().stream().filter(end -> !meetings.waits(end)).findFirst();
      if (channel.capacity() == 0
          && put.isPresent()
          && take.isPresent()
          && channel.puts().stream().noneMatch(meetings::waits)
          && (channel.isBroadcast() || channel.takes().stream().noneMatch(meetings::waits))) {
        inspection.report(
            NEVER_MEET, put.get().site(), put.get().method(), take.get().method(), channel.name());
      }
    }
  }

  private boolean waits(Endpoint end) {
    boolean looksOnly =
        ports.stream()
            .anyMatch(
                port ->
                    switch (port) {
                      case Port.TrySend trySend -> trySend.output().equals(end);
                      case Port.Poll poll -> poll.input().equals(end);
                      default -> false;
                    });
    boolean selectsOnly =
        end.isArm()
            && selects.stream()
                .filter(select -> select.method().equals(end.method()))
                .noneMatch(Select::waits);
    return !looksOnly && !selectsOnly;
  }
}
