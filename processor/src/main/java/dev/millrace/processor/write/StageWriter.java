package dev.millrace.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
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
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Writes how a stage is wired, and the method that one of its threads runs. */
final class StageWriter {

  private static final CodeBlock NOTHING = CodeBlock.of("");

  /** Of the 255 that a method of the JVM may have, one is for the instance itself. */
  private static final int MOST_PARAMETERS = 254;

  private final Names names;
  private final Map<String, TypeName> channelTypes;
  private final TypeElement topology;
  private final Set<String> broadcasts;
  private final Types types;
  private final Elements elements;
  private final TypeMirror interruption;

  StageWriter(
      Names names,
      Map<String, TypeName> channelTypes,
      Topology topology,
      Types types,
      Elements elements) {
    this.names = names;
    this.channelTypes = channelTypes;
    this.topology = topology.element();
    this.broadcasts =
        topology.channels().stream()
            .filter(Channel::isBroadcast)
            .map(Channel::name)
            .collect(Collectors.toSet());
    this.types = types;
    this.elements = elements;
    this.interruption = elements.getTypeElement(InterruptedException.class.getName()).asType();
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
    String wiring = locals.newName(CamelCase.of(stageNames.label()));
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

  /**
   * What the method takes that a thread of the stage runs: all that its loop needs, since a loop
   * that read fields would read them anew with every value. They lie wherever the garbage collector
   * has put them; beside something that another thread writes with every value, as a stage's own
   * counter, each read waits for a cache line of that thread's core.
   *
   * <p>None if there are so many that only fields can hold them.
   */
  private List<ParameterSpec> parameters(Stage stage) {
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

  /** The method that a thread of the stage runs from its start to its end. */
  MethodSpec method(Stage stage) {
    StageNames stageNames = names.of(stage);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(stageNames.method())
            .addModifiers(Modifier.PRIVATE)
            .addJavadoc(
                "Runs {@link $T#$L}: {@code $L}.\n",
                ClassName.get(ownerOf(stage)),
                stage.method().name(),
                flow(stage))
            .addParameters(parameters(stage));
    addExceptions(stage, method);
    return method.addCode(body(stage)).build();
  }

  private static String flow(Stage stage) {
    if (stage instanceof Stage.Server server) {
      return server.input().channel() + " -> reply";
    }
    String from = channels(stage.inputs());
    String to = channels(stage.outputs());
    return (from.isEmpty() ? "" : from + " ") + "->" + (to.isEmpty() ? "" : " " + to);
  }

  private static String channels(List<Endpoint> ends) {
    return ends.stream().map(Endpoint::channel).collect(Collectors.joining(", "));
  }

  private void addExceptions(Stage stage, MethodSpec.Builder method) {
    // What a server throws goes to its caller.
    List<? extends TypeMirror> thrown =
        stage instanceof Stage.Server ? List.of() : stage.method().thrown();
    boolean waits =
        switch (stage) {
          case Stage.PerValue perValue -> true;
          case Stage.Server server -> true;
          case Stage.Fold fold -> fold.output() != null;
          case Stage.Actor actor -> actor.select().waits() || actor.output() != null;
          case Stage.Source source -> source.form() != Stage.SourceForm.SENDER;
          case Stage.AnyProcess process -> false;
        };
    if (waits && thrown.stream().noneMatch(type -> types.isSubtype(interruption, type))) {
      method.addException(InterruptedException.class);
    }
    thrown.forEach(type -> method.addException(TypeName.get(type)));
  }

  private CodeBlock body(Stage stage) {
    StageNames stageNames = names.of(stage);
    String host = stage.host() == null ? null : names.host(stage.host());
    NameAllocator locals =
        Names.localsBeside(
            Stream.concat(stageNames.ends().values().stream(), Stream.ofNullable(host)));
    return switch (stage) {
      case Stage.PerValue perValue -> perValue(perValue, stageNames, locals);
      case Stage.Server server -> server(server, stageNames, locals);
      case Stage.Fold fold -> {
        CodeBlock call = call(fold, CodeBlock.of("$N", stageNames.end(fold.input())));
        yield fold.output() == null
            ? CodeBlock.of("$L;\n", call)
            : CodeBlock.of("$N.send($L);\n", stageNames.end(fold.output()), call);
      }
      case Stage.Source source -> source(source, stageNames, locals);
      case Stage.Actor actor -> actor(actor, stageNames, host);
      case Stage.AnyProcess process -> process(process, stageNames);
    };
  }

  private CodeBlock process(Stage.AnyProcess process, StageNames stageNames) {
    CodeBlock arguments = ends(process, stageNames).collect(CodeBlock.joining(",$W"));
    return CodeBlock.of("$L;\n", call(process, arguments));
  }

  /** The ends that the stage's method takes. */
  private static Stream<CodeBlock> ends(Stage stage, StageNames stageNames) {
    return stage.parameters().stream()
        .map(parameter -> CodeBlock.of("$N", stageNames.end(parameter.end())));
  }

  private CodeBlock actor(Stage.Actor actor, StageNames stageNames, @Nullable String host) {
    NameAllocator locals = names.locals();
    String selection = locals.newName("selection");
    String event =
        locals.newName(
            Names.forValue(actor.method().type().getParameterTypes().get(actor.event())));
    List<CodeBlock> arguments = new ArrayList<>(ends(actor, stageNames).toList());
    arguments.add(actor.event(), CodeBlock.of("$N", event));
    SelectWriter select = new SelectWriter(names, actor.select(), host);
    CodeBlock handling =
        new ResultWriter(
                actor.method(),
                call(actor, CodeBlock.join(arguments, ",$W")),
                sender(actor.output(), stageNames),
                locals)
            .results(actor.results(), null);
    return select.loop(selection, event, handling);
  }

  private CodeBlock perValue(Stage.PerValue stage, StageNames stageNames, NameAllocator locals) {
    List<? extends TypeMirror> parameters = stage.method().type().getParameterTypes();
    CodeBlock.Builder loop = CodeBlock.builder();
    String receiver = stageNames.end(stage.input());
    String lane = stage.isOrdered() ? locals.newName("lane") : null;
    if (lane != null) {
      TypeName type = Objects.requireNonNull(channelTypes.get(stage.input().channel()));
      loop.add(
          "$T $N = $N.enter();\n",
          ParameterizedTypeName.get(RuntimeTypes.LANE, type),
          lane,
          receiver);
      receiver = lane;
    }
    CodeBlock argument;
    if (parameters.isEmpty()) {
      loop.add("while ($N.receiveOrNull() != null) {\n$>", receiver);
      argument = NOTHING;
    } else {
      String value = locals.newName(Names.forValue(parameters.get(0)));
      loop.add(
          "for ($T $N;$W($N = $N.receiveOrNull()) != null; ) {\n$>",
          TypeName.get(parameters.get(0)).box(),
          value,
          value,
          receiver);
      if (parameters.get(0).getKind().isPrimitive() && hasNamesake(stage)) {
        // A box would go to work(Object) rather than to work(int).
        String unboxed = locals.newName("unboxed");
        loop.add("$T $N = $N;\n", TypeName.get(parameters.get(0)), unboxed, value);
        value = unboxed;
      }
      argument = CodeBlock.of("$N", value);
    }
    CodeBlock call = call(stage, argument);
    String sender = sender(stage.output(), stageNames);
    loop.add(new ResultWriter(stage.method(), call, sender, locals).results(stage.results(), lane));
    return loop.add("$<}\n").build();
  }

  private CodeBlock server(Stage.Server server, StageNames stageNames, NameAllocator locals) {
    String call = locals.newName("call");
    String thrown = locals.newName("thrown");
    CodeBlock.Builder loop =
        CodeBlock.builder()
            .add(
                "for ($T $N;$W($N = $T.next($N)) != null; ) {\n$>",
                Objects.requireNonNull(channelTypes.get(server.input().channel())),
                call,
                call,
                RuntimeTypes.CALL,
                stageNames.end(server.input()))
            .add("try {\n$>");
    CodeBlock question = CodeBlock.of("$N.question()", call);
    if (hasNamesake(server)) {
      // The channel's type could go to another method of that name.
      TypeMirror parameter = server.method().type().getParameterTypes().get(0);
      String variable = locals.newName("question");
      loop.add("$T $N = $L;\n", TypeName.get(parameter), variable, question);
      question = CodeBlock.of("$N", variable);
    }
    CodeBlock answer = call(server, question);
    if (server.method().result().getKind() == TypeKind.VOID) {
      loop.add("$L;\n", answer).add("$N.reply($T.SIGNAL);\n", call, RuntimeTypes.SIGNAL);
    } else {
      loop.add("$N.reply($L);\n", call, answer);
    }
    return loop.add("$<} catch ($T $N) {\n$>", Throwable.class, thrown)
        .add("$N.fail($N);\n", call, thrown)
        .add("$<}\n$<}\n")
        .build();
  }

  private static String sender(@Nullable Endpoint output, StageNames stageNames) {
    return output == null ? "" : stageNames.end(output);
  }

  private TypeElement ownerOf(Stage stage) {
    return stage.host() == null ? topology : stage.host().element();
  }

  private boolean hasNamesake(Stage stage) {
    return elements.getAllMembers(ownerOf(stage)).stream()
        .anyMatch(
            member ->
                member instanceof ExecutableElement method
                    && !method.equals(stage.method().element())
                    && method.getSimpleName().contentEquals(stage.method().name())
                    && !method.getParameters().isEmpty());
  }

  private CodeBlock source(Stage.Source stage, StageNames stageNames, NameAllocator locals) {
    String sender = stageNames.end(stage.output());
    ResultWriter all = new ResultWriter(stage.method(), call(stage, NOTHING), sender, locals);
    return switch (stage.form()) {
      case SENDER -> CodeBlock.of("$L;\n", call(stage, CodeBlock.of("$N", sender)));
      case STREAM -> all.stream();
      case ITERABLE -> all.iterable();
    };
  }

  private CodeBlock call(Stage stage, CodeBlock arguments) {
    String name = stage.method().name();
    if (stage.host() != null) {
      return CodeBlock.of("$N.$L($L)", names.host(stage.host()), name, arguments);
    }
    // Without a receiver, yield would begin a statement of that name.
    return CodeBlock.of("$L$L($L)", name.equals("yield") ? "this." : "", name, arguments);
  }
}
