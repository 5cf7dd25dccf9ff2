package dev.millrace.processor.resolve;

import dev.millrace.processor.model.Buffer;
import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.Topology;
import java.util.List;
import java.util.Optional;

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

  /** The proof for a channel whose senders wait, if there is one. */
  public static Optional<OneToOne> of(Channel channel, Topology topology) {
    return between(channel, topology)
        .filter(
            proof ->
                !(proof.receiver() instanceof Stage.Actor actor) || ofAllArms(actor, topology));
  }

  private static Optional<OneToOne> between(Channel channel, Topology topology) {
    boolean sendersWait =
        channel.overflow() == Buffer.Overflow.WAIT && channel.capacity() != Buffer.UNLIMITED;
    if (!sendersWait || !channel.closings().isEmpty()) {
      return Optional.empty();
    }
    return only(channel.puts(), topology)
        .filter(OneToOne::sendsItself)
        .flatMap(
            sender ->
                only(channel.takes(), topology)
                    .filter(OneToOne::receivesItself)
                    .map(receiver -> new OneToOne(sender, receiver)));
  }

  /** The stage that has the only end, on one thread. */
  private static Optional<Stage> only(List<Endpoint> ends, Topology topology) {
    if (ends.size() != 1) {
      return Optional.empty();
    }
    return topology.stages().stream()
        .filter(stage -> isEndOf(stage, ends.get(0)))
        .filter(stage -> stage.workers() == null || stage.workers().count() == 1)
        .findFirst();
  }

  private static boolean isEndOf(Stage stage, Endpoint end) {
    return stage.inputs().contains(end) || stage.outputs().contains(end);
  }

  private static boolean sendsItself(Stage stage) {
    return stage instanceof Stage.PerValue
        || stage instanceof Stage.Fold
        || (stage instanceof Stage.Source source && source.form() != Stage.SourceForm.SENDER);
  }

  private static boolean receivesItself(Stage stage) {
    return stage instanceof Stage.PerValue || stage instanceof Stage.Actor;
  }

  /** A rendezvous is no such arm: who sends there hands over to who waits. */
  private static boolean ofAllArms(Stage.Actor actor, Topology topology) {
    return topology.channels().stream()
        .filter(channel -> channel.takes().stream().anyMatch(actor.inputs()::contains))
        .allMatch(channel -> channel.capacity() > 0 && between(channel, topology).isPresent());
  }
}
