package dev.millrace.processor.check;

import dev.millrace.processor.model.Arm;
import dev.millrace.processor.model.Buffer;
import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Select;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.Topology;
import dev.millrace.processor.resolve.OneToOne;
import dev.millrace.processor.resolve.PortEnds;
import dev.millrace.processor.resolve.WiringParts;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How many bytes of code the constructor of the generated class has at most. It makes all channels;
 * the other methods of a topology with so many of them do less.
 *
 * <p>The numbers add up the instructions of each generated statement, each with the longest
 * operands that it may have.
 */
final class ConstructorCode {

  private static final int OF_EVERY_TOPOLOGY = 32;

  /** {@code this.host = Objects.requireNonNull(host, "host");}. */
  private static final int STAGE_CLASS = 16;

  /** {@code jobs = run.channel("jobs", 64);}. */
  private static final int CHANNEL = 14;

  /** {@code Overflow.LATEST} beside it. */
  private static final int OVERFLOW = 3;

  /** {@code jobs = inputs.channel("jobs");} after {@code .from("jobs", 64, "sender")}. */
  private static final int PROVEN_CHANNEL = 26;

  /** {@code ActorInputs inputs = run.inputsOf("actor");}. */
  private static final int INPUTS = 14;

  /** {@code jobsFromPorts = run.portSender(jobs);}. */
  private static final int PORT_END = 15;

  /** {@code jobsFromPorts = run.requestPort(jobs, "server");}. */
  private static final int REQUEST_PORT = 18;

  /** {@code arms = SelectPort.fair(...);}, or {@code arms = SelectPort.fairArms().build();}. */
  private static final int SELECT = 10;

  /** An element of such an array. */
  private static final int ELEMENT = 6;

  /** {@code .offers(jobsFromPorts)}. */
  private static final int ARM = 7;

  /** {@code run.portReceiver(jobs)} or {@code wiring.receiver(jobs)} in the place of a field. */
  private static final int OWN_END = 7;

  /** {@code StageWiring wiring = run.stage("work", 4); wiring.runs(() -> runWork());}. */
  private static final int STAGE = 30;

  /** {@code jobsToWork = wiring.receiver(jobs);}. */
  private static final int STAGE_END = 15;

  /** {@code connectFromWork();}. */
  private static final int WIRING_METHOD = 4;

  private final Topology topology;
  private final Map<String, OneToOne> proven;
  private final Set<String> withSharedReceiver;

  private ConstructorCode(Topology topology) {
    this.topology = topology;
    this.proven = OneToOne.in(topology);
    this.withSharedReceiver =
        topology.channels().stream()
            .filter(channel -> PortEnds.hasReceiver(channel, topology))
            .map(Channel::name)
            .collect(Collectors.toSet());
  }

  /** At most so many bytes for the class of this topology. */
  static int bytesOf(Topology topology) {
    return new ConstructorCode(topology).bytes();
  }

  private int bytes() {
    int bytes = OF_EVERY_TOPOLOGY + STAGE_CLASS * topology.stageClasses().size();
    for (Channel channel : topology.channels()) {
      bytes += making(channel) + portEnds(channel);
    }
    for (Port port : topology.ports()) {
      bytes += port instanceof Port.SelectOne one ? arms(one.select()) : 0;
    }
    if (WiringParts.areMethods(topology)) {
      bytes += WIRING_METHOD * WiringParts.of(topology).size();
    } else {
      bytes += topology.stages().stream().mapToInt(ConstructorCode::wiring).sum();
    }
    return bytes + INPUTS * actorsWithInputs();
  }

  private int making(Channel channel) {
    if (proven.containsKey(channel.name())) {
      return PROVEN_CHANNEL;
    }
    int made = CHANNEL + operand(channel.capacity());
    return channel.overflow() == Buffer.Overflow.WAIT ? made : made + OVERFLOW;
  }

  private int actorsWithInputs() {
    Set<Stage> actors = Collections.newSetFromMap(new IdentityHashMap<>());
    for (OneToOne proof : proven.values()) {
      if (proof.receiver() instanceof Stage.Actor actor) {
        actors.add(actor);
      }
    }
    return actors.size();
  }

  private int portEnds(Channel channel) {
    int sender = topology.asks(channel.name()).isEmpty() ? PORT_END : REQUEST_PORT;
    int receivers =
        PortEnds.views(channel, topology).size()
            + (withSharedReceiver.contains(channel.name()) ? 1 : 0);
    return (PortEnds.hasSender(channel) ? sender : 0) + PORT_END * receivers;
  }

  private int arms(Select select) {
    int owned =
        (int)
            select.ofChannels().stream()
                .filter(Arm.Taking.class::isInstance)
                .filter(arm -> !withSharedReceiver.contains(arm.channel()))
                .count();
    return armsOfFields(select) + OWN_END * owned;
  }

  private static int armsOfFields(Select select) {
    List<Arm.OfChannel> arms = select.ofChannels();
    if (!arms.stream().allMatch(Arm.Taking.class::isInstance)) {
      return SELECT + ARM * arms.size();
    }
    int bytes = SELECT + operand(arms.size());
    for (int index = 0; index < arms.size(); index++) {
      bytes += ELEMENT + operand(index);
    }
    return bytes;
  }

  /** What it takes to put a number on the stack: {@code iconst}, {@code sipush} or {@code ldc}. */
  private static int operand(int number) {
    return number <= 5 ? 1 : 3;
  }

  private static int wiring(Stage stage) {
    return stage instanceof Stage.Actor actor
        ? STAGE + STAGE_END * stage.outputs().size() + wiring(actor.select())
        : STAGE + STAGE_END * (stage.inputs().size() + stage.outputs().size());
  }

  /** Each arm may have an end of its own, also one for the end of a broadcast. */
  private static int wiring(Select select) {
    return armsOfFields(select) + OWN_END * select.ofChannels().size();
  }
}
