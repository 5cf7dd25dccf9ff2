package dev.millrace.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.millrace.processor.model.Arm;
import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.Topology;
import dev.millrace.processor.resolve.CamelCase;
import dev.millrace.processor.write.Names.StageNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes how a stage is wired: its ends of channels, and what its threads are given of them. */
final class StageWriter {

  /** Of the 255 that a method of the JVM may have, one is for the instance itself. */
  private static final int MOST_PARAMETERS = 254;

  private final Names names;
  private final Map<String, TypeName> channelTypes;
  private final Set<String> broadcasts;

  StageWriter(Names names, Map<String, TypeName> channelTypes, Topology topology) {
    this.names = names;
    this.channelTypes = channelTypes;
    this.broadcasts =
        topology.channels().stream()
            .filter(Channel::isBroadcast)
            .map(Channel::name)
            .collect(Collectors.toSet());
  }

  /** The field for what the stage selects, if it is an actor. */
  List<FieldSpec> arms(Stage stage, boolean inConstructor) {
    return stage instanceof Stage.Actor
        ? List.of(field(RuntimeTypes.SELECT_PORT, names.arms(stage.method()), inConstructor))
        : List.of();
  }

  /**
   * The stage's own ends of its channels.
   *
   * @param inConstructor whether the constructor itself assigns them
   */
  List<FieldSpec> fields(Stage stage, boolean inConstructor) {
    StageNames stageNames = names.of(stage);
    List<FieldSpec> fields = new ArrayList<>();
    for (Endpoint input : Names.inputs(stage)) {
      ClassName kind = isOrdered(stage) ? RuntimeTypes.TURNSTILE : RuntimeTypes.RECEIVER;
      fields.add(end(kind, input, stageNames.end(input), inConstructor));
    }
    for (Endpoint output : stage.outputs()) {
      fields.add(end(RuntimeTypes.SENDER, output, stageNames.end(output), inConstructor));
    }
    return fields;
  }

  private static boolean isOrdered(Stage stage) {
    return stage instanceof Stage.PerValue perValue && perValue.isOrdered();
  }

  private FieldSpec end(ClassName kind, Endpoint endpoint, String name, boolean isFinal) {
    return field(end(kind, endpoint.channel()), name, isFinal);
  }

  private TypeName end(ClassName kind, String channel) {
    return ParameterizedTypeName.get(kind, Objects.requireNonNull(channelTypes.get(channel)));
  }

  static FieldSpec field(TypeName type, String name, boolean isFinal) {
    FieldSpec.Builder field = FieldSpec.builder(type, name, Modifier.PRIVATE);
    return isFinal ? field.addModifiers(Modifier.FINAL).build() : field.build();
  }

  /** How the stage gets its ends and its thread. */
  CodeBlock wiring(Stage stage, NameAllocator locals) {
    StageNames stageNames = names.of(stage);
    String wiring = nameOfWiring(stageNames.label(), locals);
    CodeBlock.Builder code = CodeBlock.builder();
    code.add(
        "$T $N = $N.stage($S", RuntimeTypes.STAGE_WIRING, wiring, Names.RUN, stageNames.label());
    // The options may give values, but not an actor's events, to more threads.
    boolean ofSeveral =
        stage instanceof Stage.PerValue
            || stage instanceof Stage.Server
            || (stage instanceof Stage.Actor && stage.workers() != null);
    if (ofSeveral) {
      code.add(", $L", stage.workers() == null ? 1 : stage.workers().count());
    }
    code.add(");\n");
    for (Endpoint input : Names.inputs(stage)) {
      code.add(
          "$N = $N.$L($N);\n",
          stageNames.end(input),
          wiring,
          isOrdered(stage) ? "turnstile" : "receiver",
          names.channel(input.channel()));
    }
    if (stage instanceof Stage.Actor actor) {
      code.add(
          "$N =$W$L;\n",
          names.arms(stage.method()),
          SelectWriter.port(actor.select(), arm -> armEnd(arm, wiring)));
    }
    for (Endpoint output : stage.outputs()) {
      code.add(
          "$N = $N.sender($N);\n", stageNames.end(output), wiring, names.channel(output.channel()));
    }
    List<ParameterSpec> parameters = parameters(stage);
    if (parameters.isEmpty()) {
      return code.add("$N.runs(this::$N);\n", wiring, stageNames.method()).build();
    }
    // The fields: a constructor has parameters of the same names, which would leave some unused.
    CodeBlock arguments =
        parameters.stream()
            .map(parameter -> CodeBlock.of("this.$N", parameter))
            .collect(CodeBlock.joining(",$W"));
    return code.add("$N.runs(() ->$W$N($L));\n", wiring, stageNames.method(), arguments).build();
  }

  /** A stage may be called as the channel that it sends to. */
  private static String nameOfWiring(String label, NameAllocator locals) {
    String name = CamelCase.of(label);
    boolean isFree = locals.clone().newName(name).equals(name);
    return locals.newName(isFree ? name : name + "Wiring");
  }

  /**
   * What the method takes that a thread of the stage runs: all that its loop needs, since a loop
   * that read fields would read them anew with every value. They lie wherever the garbage collector
   * has put them; beside something that another thread writes with every value, as a stage's own
   * counter, each read waits for a cache line of that thread's core.
   *
   * <p>None if there are so many that only fields can hold them.
   */
  List<ParameterSpec> parameters(Stage stage) {
    if (!loops(stage)) {
      return List.of();
    }
    List<ParameterSpec> parameters = new ArrayList<>();
    if (stage.host() != null) {
      TypeName type = TypeName.get(stage.host().type());
      parameters.add(ParameterSpec.builder(type, names.host(stage.host())).build());
    }
    if (stage instanceof Stage.Actor actor) {
      for (String channel : SelectWriter.channelsOfValues(actor.select())) {
        TypeName type = end(RuntimeTypes.CHANNEL, channel);
        parameters.add(ParameterSpec.builder(type, names.channel(channel)).build());
      }
    }
    for (FieldSpec end : fields(stage, true)) {
      parameters.add(ParameterSpec.builder(end.type(), end.name()).build());
    }
    return parameters.size() > MOST_PARAMETERS ? List.of() : parameters;
  }

  private static boolean loops(Stage stage) {
    return switch (stage) {
      case Stage.PerValue perValue -> true;
      case Stage.Server server -> true;
      case Stage.Actor actor -> true;
      case Stage.Source source -> source.form() != Stage.SourceForm.SENDER;
      case Stage.Fold fold -> false;
      case Stage.AnyProcess process -> false;
    };
  }

  private CodeBlock armEnd(Arm.OfChannel arm, String wiring) {
    String channel = names.channel(arm.channel());
    // An end comes to each subscriber of a broadcast when it has all values.
    return arm instanceof Arm.AtEnd && !broadcasts.contains(arm.channel())
        ? CodeBlock.of("$N", channel)
        : CodeBlock.of("$N.receiver($N)", wiring, channel);
  }
}
