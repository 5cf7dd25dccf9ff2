package dev.millrace.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.Topology;
import dev.millrace.processor.write.Names.StageNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Writes the method that a thread of a stage runs: its loop, and the call of the user's method. */
final class StageMethodWriter {

  private static final CodeBlock NOTHING = CodeBlock.of("");

  private final Names names;
  private final Map<String, TypeName> channelTypes;
  private final TypeElement topology;
  private final Types types;
  private final Elements elements;
  private final TypeMirror interruption;

  StageMethodWriter(
      Names names,
      Map<String, TypeName> channelTypes,
      Topology topology,
      Types types,
      Elements elements) {
    this.names = names;
    this.channelTypes = channelTypes;
    this.topology = topology.element();
    this.types = types;
    this.elements = elements;
    this.interruption = elements.getTypeElement(InterruptedException.class.getName()).asType();
  }

  /**
   * The method that a thread of the stage runs from its start to its end.
   *
   * @param parameters what it is given of the stage's fields
   */
  MethodSpec write(Stage stage, List<ParameterSpec> parameters) {
    StageNames stageNames = names.of(stage);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(stageNames.method())
            .addModifiers(Modifier.PRIVATE)
            .addJavadoc(
                "Runs {@link $T#$L}: {@code $L}.\n",
                ClassName.get(ownerOf(stage)),
                stage.method().name(),
                flow(stage))
            .addParameters(parameters);
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
