package dev.millrace.processor.read;

import dev.millrace.processor.model.Arm;
import dev.millrace.processor.model.Broadcast;
import dev.millrace.processor.model.Buffer;
import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Closing;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Gathers by name what ports, stages and arms say about channels. */
final class ChannelCollector {

  private ChannelCollector() {}

  /** Every channel that has an end, sorted by name. */
  static List<Channel> collect(
      List<Port> ports,
      List<Stage> stages,
      List<Unreadable> unreadable,
      List<Buffer> buffers,
      List<Broadcast> broadcasts) {
    List<Endpoint> puts = new ArrayList<>(puts(ports, stages));
    List<Endpoint> takes = new ArrayList<>(takes(ports, stages));
    unreadable.stream().map(Unreadable::produced).filter(Objects::nonNull).forEach(puts::add);
    unreadable.stream().map(Unreadable::consumed).filter(Objects::nonNull).forEach(takes::add);
    for (Unreadable one : unreadable) {
      for (Stage.Parameter parameter : one.parameters()) {
        (parameter.sends() ? puts : takes).add(parameter.end());
      }
    }
    List<Closing> closings = closings(ports, unreadable);

    TreeSet<String> names = new TreeSet<>();
    puts.forEach(put -> names.add(put.channel()));
    takes.forEach(take -> names.add(take.channel()));
    return names.stream()
        .map(
            name ->
                new Channel(
                    name,
                    puts.stream().filter(put -> put.channel().equals(name)).toList(),
                    takes.stream().filter(take -> take.channel().equals(name)).toList(),
                    closings.stream().filter(closing -> closing.channel().equals(name)).toList(),
                    buffers.stream().filter(buffer -> buffer.channel().equals(name)).toList(),
                    broadcasts.stream().filter(one -> one.channel().equals(name)).toList()))
        .toList();
  }

  /** The ends that send. */
  static List<Endpoint> puts(List<Port> ports, List<Stage> stages) {
    List<Endpoint> puts = new ArrayList<>();
    for (Port port : ports) {
      switch (port) {
        case Port.Send send -> puts.add(send.output());
        case Port.TrySend trySend -> puts.add(trySend.output());
        case Port.TimedSend timedSend -> puts.add(timedSend.output());
        case Port.SendEnd end -> puts.add(end.output());
        case Port.Ask ask -> puts.add(ask.output());
        case Port.Receive receive -> {}
        case Port.ReceiveOptional receive -> {}
        case Port.Poll poll -> {}
        case Port.TimedPoll poll -> {}
        case Port.ReceiveEnd end -> {}
        case Port.Close close -> {}
        case Port.SelectOne select -> puts.addAll(select.select().outputs());
      }
    }
    stages.stream().map(Stage::outputs).forEach(puts::addAll);
    // An actor must not send so, but whoever receives it is not to be told that nobody sends.
    for (Stage stage : stages) {
      if (stage instanceof Stage.Actor actor) {
        puts.addAll(actor.select().outputs());
      }
    }
    return puts;
  }

  /** The ends that receive. */
  static List<Endpoint> takes(List<Port> ports, List<Stage> stages) {
    List<Endpoint> takes = new ArrayList<>();
    List<Endpoint> arms = new ArrayList<>();
    for (Port port : ports) {
      switch (port) {
        case Port.Send send -> {}
        case Port.TrySend trySend -> {}
        case Port.TimedSend timedSend -> {}
        case Port.SendEnd end -> {}
        case Port.Ask ask -> {}
        case Port.Receive receive -> takes.add(receive.input());
        case Port.ReceiveOptional receive -> takes.add(receive.input());
        case Port.Poll poll -> takes.add(poll.input());
        case Port.TimedPoll poll -> takes.add(poll.input());
        case Port.ReceiveEnd end -> takes.add(end.input());
        case Port.Close close -> {}
        case Port.SelectOne select -> arms.addAll(Arm.inputs(select.select().arms()));
      }
    }
    stages.stream().map(Stage::inputs).forEach(takes::addAll);
    takes.addAll(arms);
    return takes;
  }

  private static List<Closing> closings(List<Port> ports, List<Unreadable> unreadable) {
    Stream<Closing> ofPorts =
        ports.stream()
            .filter(Port.Close.class::isInstance)
            .flatMap(port -> ((Port.Close) port).closings().stream());
    return Stream.concat(ofPorts, unreadable.stream().flatMap(one -> one.closings().stream()))
        .toList();
  }
}
