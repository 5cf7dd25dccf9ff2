package dev.millrace.processor.check;

import dev.millrace.processor.model.Arm;
import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Method;
import dev.millrace.processor.model.NamedMethod;
import dev.millrace.processor.model.Payload;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Select;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.Topology;
import dev.millrace.processor.resolve.PortEnds;
import dev.millrace.processor.resolve.StageLabels;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;

/**
 * How many entries the constant pool of the generated class has at most, with the names of local
 * variables and parameters for debuggers ({@code -g -parameters}).
 *
 * <p>What only one thing in the class has is counted as it comes: a field that is used takes three,
 * its name, its {@code NameAndType} and its {@code Fieldref}. What several things may share, as a
 * type or the name of a method, is counted once.
 */
final class ConstantPool {

  /** What every topology has: {@code start}, {@code close}, the types of the runtime. */
  private static final int OF_EVERY_TOPOLOGY = 300;

  /** Its name, {@code NameAndType} and {@code Fieldref}. */
  private static final int FIELD = 3;

  /** Its {@code NameAndType} and {@code Methodref}; the name and the types are shared. */
  private static final int CALL = 2;

  /** The name of its method, what calls that, its {@code MethodHandle} and what makes it. */
  private static final int LAMBDA = 1 + CALL + 2;

  /** A class and its name, with and without its package. */
  private static final int CLASS = 3;

  /** Its descriptor and the name of a variable that holds one. */
  private static final int VARIABLE = 2;

  private final Topology topology;
  private final Set<String> shared = new HashSet<>();
  private int entries = OF_EVERY_TOPOLOGY;

  private ConstantPool(Topology topology) {
    this.topology = topology;
  }

  /** At most so many entries for the class of this topology. */
  static int entriesOf(Topology topology) {
    ConstantPool pool = new ConstantPool(topology);
    topology
        .stageClasses()
        .forEach(
            host -> {
              pool.entries += FIELD;
              pool.mention(host.type());
              pool.once(1, "string", host.element().getSimpleName());
            });
    topology.channels().forEach(pool::channel);
    topology.ports().forEach(pool::port);
    topology.stages().forEach(pool::stage);
    return pool.entries;
  }

  /** Counts what several things share where it comes first. */
  private void once(int count, String kind, Object what) {
    if (shared.add(kind + " " + what)) {
      entries += count;
    }
  }

  private void mention(TypeMirror type) {
    if (!type.getKind().isPrimitive()) {
      once(CLASS + VARIABLE, "type", type);
    }
  }

  private void name(CharSequence name) {
    once(1, "name", name);
  }

  private void channel(Channel channel) {
    entries += FIELD;
    name(channel.name());
    once(1, "string", channel.name());
    if (PortEnds.hasSender(channel)) {
      entries += FIELD;
    }
    if (PortEnds.hasReceiver(channel, topology)) {
      entries += FIELD;
    }
    entries += FIELD * PortEnds.views(channel, topology).size();
    channel.puts().forEach(this::payload);
    channel.takes().forEach(this::payload);
  }

  private void payload(Endpoint end) {
    if (end.payload() instanceof Payload.Value value) {
      mention(value.type());
      // As the type of a channel, of its two ends, and of what a stage returns several in.
      once(5, "ends of", value.type());
    }
  }

  private void port(Port port) {
    name(port.method().name());
    once(2, "declaration of", port.method().type());
    exceptions(port.method());
    switch (port) {
      case Port.SelectOne one -> select(one.select());
      case Port.Ask ask -> {
        mention(ask.method().result());
        once(4, "calls of", ask.method().type());
      }
      default -> {}
    }
  }

  private void stage(Stage stage) {
    String label = StageLabels.of(stage, topology);
    name(label);
    once(1, "string", label);
    // The lambda calls the method of the stage's thread, and that calls the user's.
    entries += LAMBDA + 1 + CALL + CALL;
    once(1, "descriptor", kinds(stage));
    once(1, "signature", kinds(stage) + payloads(stage));
    name(stage.method().name());
    once(1, "descriptor", stage.method().type());
    exceptions(stage.method());
    if (stage instanceof Stage.Actor actor) {
      select(actor.select());
    } else {
      entries += FIELD * stage.inputs().size();
    }
    entries += FIELD * stage.outputs().size();
  }

  /** What decides the descriptor of the method that a stage's thread runs. */
  private static String kinds(Stage stage) {
    return stage.getClass().getSimpleName()
        + stage.inputs().size()
        + "->"
        + stage.outputs().size()
        + (stage.host() == null ? "" : stage.host().type());
  }

  private static List<Payload> payloads(Stage stage) {
    return Stream.concat(stage.inputs().stream(), stage.outputs().stream())
        .map(Endpoint::payload)
        .toList();
  }

  private void exceptions(Method method) {
    method.thrown().forEach(type -> once(CLASS, "exception", type));
  }

  private void select(Select select) {
    entries += FIELD;
    if (select.event() != null) {
      mention(select.event());
    }
    for (Arm arm : select.arms()) {
      arm(arm);
    }
    select.patience().ifPresent(this::asked);
  }

  private void arm(Arm arm) {
    switch (arm) {
      case Arm.Identity identity -> {}
      case Arm.OfEvent event -> {
        once(CLASS + CALL, "record", event.event());
        if (event instanceof Arm.Taking taking) {
          once(1, "record of", taking.input().payload());
        }
      }
      case Arm.OfHandler handler -> {
        mention(handler.handler().parameter().asType());
        once(CALL + 2, "handler", handler.handler().parameter().asType());
      }
      default -> {}
    }
    if (arm instanceof Arm.OfChannel ofChannel && ofChannel.guard() != null) {
      asked(ofChannel.guard());
    }
  }

  private void asked(NamedMethod method) {
    once(CALL + 1, "asked", method.owner() + "." + method.name());
  }
}
