package dev.millrace.processor.resolve;

import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.Topology;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The proof that a channel has one sender and one receiver: at each end one stage, on one thread,
 * whose code never gets hold of that end. Ports are called by any number of threads; a method that
 * takes a {@code Sender} or a {@code Receiver} can give it to others.
 *
 * @param sender the only stage that sends
 * @param receiver the only stage that receives; if it is an actor, there is such a proof for all of
 *     the channels that it receives from, since a select has arms of one kind
 */
public record OneToOne(Stage sender, Stage receiver) {

  /** As {@code ArmRings.MOST} of the runtime. */
  private static final int MOST_ARMS = 32;

  /** The proofs for the channels of a topology that have one, by their names. */
  public static Map<String, OneToOne> in(Topology topology) {
    Map<String, Stage> senders = byChannel(topology, OneToOne::sendsItself, Stage::outputs);
    Map<String, Stage> receivers = byChannel(topology, OneToOne::receivesItself, Stage::inputs);
    Map<String, OneToOne> proven = new HashMap<>();
    for (Channel channel : topology.channels()) {
      Stage sender = senders.get(channel.name());
      Stage receiver = receivers.get(channel.name());
      if (sender != null && receiver != null && hasTwoEnds(channel)) {
        proven.put(channel.name(), new OneToOne(sender, receiver));
      }
    }
    proven.keySet().removeAll(armsOfSeveralKinds(topology, proven.keySet()));
    return proven;
  }

  private static boolean hasTwoEnds(Channel channel) {
    return channel.makesSendersWait()
        && channel.closings().isEmpty()
        && channel.puts().size() == 1
        && channel.takes().size() == 1;
  }

  /** For each channel a stage that has an end of it, on one thread. */
  private static Map<String, Stage> byChannel(
      Topology topology, Predicate<Stage> byItself, Function<Stage, List<Endpoint>> ends) {
    Map<String, Stage> stages = new HashMap<>();
    topology.stages().stream()
        .filter(stage -> stage.workers() == null || stage.workers().count() == 1)
        .filter(byItself)
        .forEach(stage -> ends.apply(stage).forEach(end -> stages.put(end.channel(), stage)));
    return stages;
  }

  private static boolean sendsItself(Stage stage) {
    return stage instanceof Stage.PerValue
        || stage instanceof Stage.Fold
        || (stage instanceof Stage.Source source && source.form() != Stage.SourceForm.SENDER);
  }

  private static boolean receivesItself(Stage stage) {
    return stage instanceof Stage.PerValue || stage instanceof Stage.Actor;
  }

  /**
   * A rendezvous is no such arm: who sends there hands over to who waits. Nor are there too many,
   * each of which a select looks at before it waits.
   */
  private static Set<String> armsOfSeveralKinds(Topology topology, Set<String> proven) {
    Set<String> suitable =
        topology.channels().stream()
            .filter(channel -> channel.capacity() > 0 && proven.contains(channel.name()))
            .map(Channel::name)
            .collect(Collectors.toSet());
    Set<String> arms = new HashSet<>();
    for (Stage stage : topology.stages()) {
      if (stage instanceof Stage.Actor) {
        Set<String> inputs =
            stage.inputs().stream().map(Endpoint::channel).collect(Collectors.toSet());
        if (inputs.size() > MOST_ARMS || !suitable.containsAll(inputs)) {
          arms.addAll(inputs);
        }
      }
    }
    return arms;
  }
}
