package dev.millrace.processor.check;

import static dev.millrace.processor.report.ConnectionProblem.NO_CONSUMER;
import static dev.millrace.processor.report.ConnectionProblem.NO_CONSUMER_PAIR;
import static dev.millrace.processor.report.ConnectionProblem.NO_CONSUMER_TO_WAIT_FOR;
import static dev.millrace.processor.report.ConnectionProblem.NO_CONSUMER_TRIES;
import static dev.millrace.processor.report.ConnectionProblem.NO_CONSUMER_TYPO;
import static dev.millrace.processor.report.ConnectionProblem.NO_PRODUCER;
import static dev.millrace.processor.report.ConnectionProblem.NO_PRODUCER_TRIES;
import static dev.millrace.processor.report.ConnectionProblem.NO_PRODUCER_TYPO;
import static dev.millrace.processor.report.ConnectionProblem.UNKNOWN_CASE;
import static dev.millrace.processor.report.ConnectionProblem.UNKNOWN_CASE_TYPO;

import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Topology;
import dev.millrace.processor.report.DidYouMean;
import dev.millrace.processor.report.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether whatever is sent can be received, and the other way round.
 *
 * <p>A misspelt name leaves two channels with one end each. They give one message, which names
 * both.
 */
final class Connections {

  private final Inspection inspection;

  /** Channels by name: with both ends, only with senders, only with receivers. */
  private final Map<String, Channel> complete = new TreeMap<>();

  private final Map<String, Channel> onlySent = new TreeMap<>();
  private final Map<String, Channel> onlyReceived = new TreeMap<>();

  private Connections(Inspection inspection) {
    this.inspection = inspection;
    for (Channel channel : inspection.unexplained()) {
      if (channel.takes().isEmpty()) {
        onlySent.put(channel.name(), channel);
      } else if (channel.puts().isEmpty()) {
        onlyReceived.put(channel.name(), channel);
      } else {
        complete.put(channel.name(), channel);
      }
    }
  }

  static void check(Inspection inspection) {
    Connections connections = new Connections(inspection);
    Topology topology = inspection.topology();
    boolean anyReceiver = Processes.haveUnbound(false, topology);
    boolean anySender = Processes.haveUnbound(true, topology);
    if (!anyReceiver && !anySender) {
      connections.reportPairs();
    }
    if (!anyReceiver && !Selects.hasUnknownArms(topology)) {
      connections.onlySent.values().forEach(connections::reportNoConsumer);
    }
    if (!anySender) {
      connections.onlyReceived.values().forEach(connections::reportNoProducer);
    }
  }

  private void reportPairs() {
    for (Channel sent : List.copyOf(onlySent.values())) {
      nearest(sent.name(), onlyReceived).ifPresent(received -> reportPair(sent, received));
    }
  }

  private void reportPair(Channel sent, Channel received) {
    onlySent.remove(sent.name());
    onlyReceived.remove(received.name());
    explain(sent);
    explain(received);
    Endpoint put = sent.puts().get(0);
    Endpoint take = received.takes().get(0);
    if (take.isArm()) {
      inspection.report(UNKNOWN_CASE_TYPO, take.site(), received.name(), sent.name());
    } else {
      inspection.report(
          NO_CONSUMER_PAIR, put.site(), put.method(), sent.name(), take.method(), received.name());
    }
  }

  private void reportNoConsumer(Channel channel) {
    explain(channel);
    Endpoint put = channel.puts().get(0);
    Optional<Channel> meant = nearest(channel.name(), complete);
    if (meant.isPresent()) {
      inspection.report(
          NO_CONSUMER_TYPO,
          put.site(),
          channel.name(),
          put.method(),
          meant.get().name(),
          meant.get().takes().get(0).method());
    } else if (!inspection.topology().asks(channel.name()).isEmpty()) {
      Requests.reportServerMissing(inspection.topology().asks(channel.name()).get(0), inspection);
    } else {
      inspection.report(noConsumer(channel, put), put.site(), channel.name(), put.method());
    }
  }

  private void reportNoProducer(Channel channel) {
    explain(channel);
    Endpoint take = channel.takes().get(0);
    Optional<Channel> meant = nearest(channel.name(), complete);
    if (take.isArm() && meant.isPresent()) {
      inspection.report(UNKNOWN_CASE_TYPO, take.site(), channel.name(), meant.get().name());
    } else if (take.isArm()) {
      inspection.report(UNKNOWN_CASE, take.site(), channel.name());
    } else if (meant.isPresent()) {
      inspection.report(
          NO_PRODUCER_TYPO,
          take.site(),
          channel.name(),
          take.method(),
          meant.get().name(),
          meant.get().puts().get(0).method());
    } else {
      inspection.report(
          tries(take) ? NO_PRODUCER_TRIES : NO_PRODUCER,
          take.site(),
          channel.name(),
          take.method());
    }
  }

  private Problem noConsumer(Channel channel, Endpoint put) {
    if (!channel.makesSendersWait()) {
      return NO_CONSUMER_TO_WAIT_FOR;
    }
    return tries(put) ? NO_CONSUMER_TRIES : NO_CONSUMER;
  }

  /** Whether the end belongs to a port that does not wait for ever, whatever happens. */
  private boolean tries(Endpoint end) {
    return inspection.topology().ports().stream()
        .anyMatch(
            port ->
                switch (port) {
                  case Port.TrySend trySend -> trySend.output().equals(end);
                  case Port.TimedSend timedSend -> timedSend.output().equals(end);
                  case Port.Poll poll -> poll.input().equals(end);
                  case Port.TimedPoll poll -> poll.input().equals(end);
                  // Another arm may happen.
                  case Port.SelectOne select -> select.select().outputs().contains(end);
                  default -> false;
                });
  }

  private static Optional<Channel> nearest(String name, Map<String, Channel> channels) {
    Collection<String> names = channels.keySet();
    return DidYouMean.nearest(name, names).map(channels::get);
  }

  private void explain(Channel channel) {
    inspection.explain(channel.name());
  }
}
