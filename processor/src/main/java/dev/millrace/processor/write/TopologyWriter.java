package dev.millrace.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.millrace.processor.draw.Picture;
import dev.millrace.processor.model.Arm;
import dev.millrace.processor.model.Buffer;
import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Select;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.StageClass;
import dev.millrace.processor.model.Topology;
import dev.millrace.processor.resolve.CamelCase;
import dev.millrace.processor.resolve.OneToOne;
import dev.millrace.processor.resolve.PortEnds;
import dev.millrace.processor.resolve.WiringParts;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Writes the class that runs a faultless topology.
 *
 * <p>Its constructor makes the channels and wires the stages. Those of a large topology are wired
 * by methods of their own, and their ends then cannot be final fields.
 */
public final class TopologyWriter {

  private final Topology topology;
  private final Map<String, OneToOne> proven;
  private final boolean isLarge;
  private final Picture picture;
  private final Map<String, TypeName> typeNames = new LinkedHashMap<>();
  private final GeneratedClass generated;
  private final Names names;
  private final PortWriter ports;
  private final StageWriter stages;
  private final StageMethodWriter stageMethods;

  /**
   * A writer for one topology.
   *
   * @param channelTypes what every channel carries, by name
   * @param picture what its javadoc shows
   */
  public TopologyWriter(
      Topology topology,
      Map<String, TypeMirror> channelTypes,
      Picture picture,
      Types types,
      Elements elements) {
    this.topology = topology;
    this.proven = OneToOne.in(topology);
    this.isLarge = WiringParts.areMethods(topology);
    this.picture = picture;
    channelTypes.forEach((name, type) -> typeNames.put(name, carried(name, TypeName.get(type))));
    this.generated = new GeneratedClass(topology, elements);
    this.names = new Names(topology, elements);
    this.ports = new PortWriter(names, types, elements);
    this.stages = new StageWriter(names, typeNames, topology);
    this.stageMethods = new StageMethodWriter(names, typeNames, topology, types, elements);
  }

  /** What the generated code sends and receives: a call, if the values are questions. */
  private TypeName carried(String channel, TypeName value) {
    return topology.servers(channel).stream()
        .findFirst()
        .<TypeName>map(server -> ParameterizedTypeName.get(RuntimeTypes.CALL, value, reply(server)))
        .orElse(value);
  }

  private static TypeName reply(Stage.Server server) {
    TypeMirror reply = server.method().result();
    return reply.getKind() == TypeKind.VOID ? RuntimeTypes.SIGNAL : TypeName.get(reply).box();
  }

  /** The whole class. */
  public TypeSpec write() {
    TypeSpec.Builder type =
        generated.builder(Modifier.FINAL, TableJavadoc.write(picture, generated.topologyClass()));
    type.addFields(fields()).addMethod(constructor());
    if (isLarge) {
      WiringParts.of(topology).forEach(part -> type.addMethod(connecting(part)));
    }
    FactoryWriter.write(generated, names::host).forEach(type::addMethod);
    topology.ports().forEach(port -> type.addMethod(ports.write(port)));
    for (Stage stage : topology.stages()) {
      type.addMethod(stageMethods.write(stage, stages.parameters(stage)));
    }
    RunningMethods.delegating(Names.RUN).forEach(type::addMethod);
    return type.build();
  }

  private List<FieldSpec> fields() {
    List<FieldSpec> fields = new ArrayList<>();
    fields.add(field(RuntimeTypes.TOPOLOGY_RUN, Names.RUN));
    for (StageClass host : topology.stageClasses()) {
      fields.add(field(TypeName.get(host.type()), names.host(host)));
    }
    for (Channel channel : topology.channels()) {
      fields.add(end(RuntimeTypes.CHANNEL, channel, names.channel(channel.name())));
    }
    for (Channel channel : topology.channels()) {
      if (PortEnds.hasSender(channel)) {
        fields.add(portEnd(channel));
      }
      if (PortEnds.hasReceiver(channel, topology)) {
        fields.add(end(RuntimeTypes.RECEIVER, channel, names.toPorts(channel.name())));
      }
      for (Port.ReceiveEnd view : PortEnds.views(channel, topology)) {
        fields.add(end(RuntimeTypes.RECEIVER, channel, names.view(view)));
      }
    }
    for (Select select : selectsOfPorts()) {
      fields.add(field(RuntimeTypes.SELECT_PORT, names.arms(select.method())));
    }
    topology.stages().forEach(stage -> fields.addAll(stages.arms(stage, !isLarge)));
    topology.stages().forEach(stage -> fields.addAll(stages.fields(stage, !isLarge)));
    return fields;
  }

  private FieldSpec portEnd(Channel channel) {
    String name = names.fromPorts(channel.name());
    TypeName carried = Objects.requireNonNull(typeNames.get(channel.name()));
    return topology.asks(channel.name()).isEmpty()
        ? end(RuntimeTypes.SENDER, channel, name)
        : field(
            ParameterizedTypeName.get(
                RuntimeTypes.REQUEST_PORT,
                ((ParameterizedTypeName) carried).typeArguments().toArray(TypeName[]::new)),
            name);
  }

  private FieldSpec end(ClassName kind, Channel channel, String name) {
    TypeName type = Objects.requireNonNull(typeNames.get(channel.name()));
    return field(ParameterizedTypeName.get(kind, type), name);
  }

  private static FieldSpec field(TypeName type, String name) {
    return StageWriter.field(type, name, true);
  }

  private MethodSpec constructor() {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(RuntimeTypes.START_OPTIONS, FactoryWriter.OPTIONS);
    NameAllocator locals = names.locals();
    // Parameters of the constructor that are named like the field they go into.
    for (StageClass host : topology.stageClasses()) {
      constructor.addParameter(TypeName.get(host.type()), names.host(host));
    }
    constructor.addCode(hosts()).addCode(channels(locals)).addCode(portEnds());
    if (isLarge) {
      constructor.addCode("\n");
      WiringParts.of(topology)
          .forEach(part -> constructor.addStatement("$N()", names.connecting(part.get(0))));
    } else {
      topology.stages().forEach(stage -> wire(stage, constructor, locals));
    }
    return constructor.build();
  }

  private MethodSpec connecting(List<Stage> part) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.connecting(part.get(0))).addModifiers(Modifier.PRIVATE);
    NameAllocator locals = names.locals();
    part.forEach(stage -> wire(stage, method, locals));
    return method.build();
  }

  private void wire(Stage stage, MethodSpec.Builder method, NameAllocator locals) {
    method.addCode("\n").addCode(stages.wiring(stage, locals));
  }

  private CodeBlock hosts() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (StageClass host : topology.stageClasses()) {
      String name = names.host(host);
      code.add("this.$N =$W$T.requireNonNull($N, $S);\n", name, Objects.class, name, name);
    }
    return code.build();
  }

  private CodeBlock channels(NameAllocator locals) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add(
        "$N = new $T($S, $N);\n",
        Names.RUN,
        RuntimeTypes.TOPOLOGY_RUN,
        Names.title(topology),
        FactoryWriter.OPTIONS);
    IdentityHashMap<Stage, String> inputs = new IdentityHashMap<>();
    for (Stage stage : topology.stages()) {
      if (stage instanceof Stage.Actor actor && !provenInputs(actor).isEmpty()) {
        String label = names.of(actor).label();
        String name = locals.newName(CamelCase.of(label) + "Inputs");
        inputs.put(actor, name);
        code.add("$T $N = $N.inputsOf($S)", RuntimeTypes.ACTOR_INPUTS, name, Names.RUN, label);
        provenInputs(actor)
            .forEach(
                (channel, proof) ->
                    code.add(
                        "$>$>\n.from($L,$W$S)$<$<",
                        kind(channel),
                        names.of(proof.sender()).label()));
        code.add(";\n");
      }
    }
    for (Channel channel : topology.channels()) {
      code.add("$N = $L;\n", names.channel(channel.name()), making(channel, inputs));
    }
    return code.build();
  }

  /** The channels that an actor alone receives from by generated code, if they all are such. */
  private Map<Channel, OneToOne> provenInputs(Stage.Actor actor) {
    Map<Channel, OneToOne> inputs = new LinkedHashMap<>();
    for (Channel channel : topology.channels()) {
      OneToOne proof = proven.get(channel.name());
      if (proof != null && proof.receiver().equals(actor)) {
        inputs.put(channel, proof);
      }
    }
    return inputs;
  }

  private CodeBlock making(Channel channel, IdentityHashMap<Stage, String> inputs) {
    if (channel.isBroadcast()) {
      return CodeBlock.of("$N.broadcast($L)", Names.RUN, kind(channel));
    }
    OneToOne proof = proven.get(channel.name());
    return proof == null
        ? CodeBlock.of("$N.channel($L)", Names.RUN, kind(channel))
        : making(channel, proof, inputs);
  }

  private CodeBlock making(Channel channel, OneToOne proof, IdentityHashMap<Stage, String> inputs) {
    String ofActor = inputs.get(proof.receiver());
    return ofActor != null
        ? CodeBlock.of("$N.channel($S)", ofActor, channel.name())
        : CodeBlock.of(
            "$N.oneToOne($L,$W$S,$W$S)",
            Names.RUN,
            kind(channel),
            names.of(proof.sender()).label(),
            names.of(proof.receiver()).label());
  }

  private static CodeBlock kind(Channel channel) {
    CodeBlock size =
        channel.capacity() == Buffer.UNLIMITED
            ? CodeBlock.of("$T.MAX_VALUE", Integer.class)
            : CodeBlock.of("$L", channel.capacity());
    return channel.overflow() == Buffer.Overflow.WAIT
        ? CodeBlock.of("$S, $L", channel.name(), size)
        : CodeBlock.of(
            "$S, $L, $T.$L", channel.name(), size, RuntimeTypes.OVERFLOW, channel.overflow());
  }

  private CodeBlock portEnds() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Channel channel : topology.channels()) {
      String name = channel.name();
      if (PortEnds.hasSender(channel)) {
        code.add("$N = $L;\n", names.fromPorts(name), sendEnd(name));
      }
      if (PortEnds.hasReceiver(channel, topology)) {
        code.add("$N = $L;\n", names.toPorts(name), receiveEnd(name));
      }
      for (Port.ReceiveEnd view : PortEnds.views(channel, topology)) {
        code.add("$N = $L;\n", names.view(view), receiveEnd(name));
      }
    }
    for (Select select : selectsOfPorts()) {
      code.add("$N =$W$L;\n", names.arms(select.method()), SelectWriter.port(select, this::armEnd));
    }
    CodeBlock ends = code.build();
    return ends.isEmpty() ? ends : CodeBlock.of("\n$L", ends);
  }

  private CodeBlock sendEnd(String channel) {
    return topology.servers(channel).stream()
        .findFirst()
        .map(
            server ->
                CodeBlock.of(
                    "$N.requestPort($N, $S)",
                    Names.RUN,
                    names.channel(channel),
                    names.of(server).label()))
        .orElseGet(() -> CodeBlock.of("$N.portSender($N)", Names.RUN, names.channel(channel)));
  }

  private CodeBlock receiveEnd(String channel) {
    return CodeBlock.of("$N.portReceiver($N)", Names.RUN, names.channel(channel));
  }

  private CodeBlock armEnd(Arm.OfChannel arm) {
    Channel channel =
        topology.channels().stream()
            .filter(candidate -> candidate.name().equals(arm.channel()))
            .findFirst()
            .orElseThrow();
    if (arm instanceof Arm.AtEnd && !channel.isBroadcast()) {
      return CodeBlock.of("$N", names.channel(channel.name()));
    }
    if (arm instanceof Arm.Sending) {
      return CodeBlock.of("$N", names.fromPorts(channel.name()));
    }
    return PortEnds.hasReceiver(channel, topology)
        ? CodeBlock.of("$N", names.toPorts(channel.name()))
        : receiveEnd(channel.name());
  }

  private List<Select> selectsOfPorts() {
    return topology.ports().stream()
        .filter(Port.SelectOne.class::isInstance)
        .map(port -> ((Port.SelectOne) port).select())
        .toList();
  }
}
