package dev.millrace.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.millrace.processor.model.Arm;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Handler;
import dev.millrace.processor.model.NamedMethod;
import dev.millrace.processor.model.Payload;
import dev.millrace.processor.model.Select;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** Writes what a select does: wait, and turn what came into the user's event. */
final class SelectWriter {

  private final Names names;
  private final Select select;
  private final @Nullable String host;
  private final IntFunction<String> parameters;

  /** A writer for an actor's select, which has neither handlers nor values to send. */
  SelectWriter(Names names, Select select, @Nullable String host) {
    this(
        names,
        select,
        host,
        index -> {
          throw new IllegalArgumentException("parameter of an actor");
        });
  }

  /**
   * A writer for one select.
   *
   * @param host the field with the instance that has the guards, or {@code null} for the topology
   * @param parameters the names of the parameters, by index
   */
  SelectWriter(Names names, Select select, @Nullable String host, IntFunction<String> parameters) {
    this.names = names;
    this.select = select;
    this.host = host;
    this.parameters = parameters;
  }

  /**
   * How the arms are made.
   *
   * @param end gives the receive end of an arm's channel
   */
  static CodeBlock port(Select select, Function<Arm.OfChannel, CodeBlock> end) {
    List<Arm.OfChannel> arms = select.ofChannels();
    if (arms.stream().allMatch(Arm.Taking.class::isInstance)) {
      return CodeBlock.of(
          "$T.$L($L)",
          RuntimeTypes.SELECT_PORT,
          select.priority() ? "prioritised" : "fair",
          arms.stream().map(end).collect(CodeBlock.joining(",$W")));
    }
    CodeBlock.Builder port =
        CodeBlock.builder()
            .add(
                "$T.$L()$>$>",
                RuntimeTypes.SELECT_PORT,
                select.priority() ? "prioritisedArms" : "fairArms");
    for (Arm.OfChannel arm : arms) {
      port.add("\n.$L($L)", kind(arm), end.apply(arm));
    }
    return port.add("\n.build()$<$<").build();
  }

  private static String kind(Arm.OfChannel arm) {
    return switch (arm) {
      case Arm.Taking taking -> "values";
      case Arm.AtEnd end -> "end";
      case Arm.Sending sending -> "offers";
    };
  }

  /**
   * What an actor runs.
   *
   * @param selection a free name
   * @param event the name by which the event is handled
   * @param handling what to do with each event
   */
  CodeBlock loop(String selection, String event, CodeBlock handling) {
    CodeBlock.Builder loop =
        CodeBlock.builder()
            .add(
                "try ($T $N = $N.open()) {\n$>",
                RuntimeTypes.SELECTION,
                selection,
                names.arms(select.method()));
    CodeBlock index = arm(selection);
    CodeBlock patience = select.patience().map(this::asked).orElseGet(() -> CodeBlock.of(""));
    if (select.otherwise().isPresent() && select.patience().isEmpty()) {
      loop.add("while (!$N.isOver()) {\n$>", selection).add(guards(selection));
      index = CodeBlock.of("$N.poll()", selection);
    } else if (select.isGuarded()) {
      loop.add("while (true) {\n$>")
          .add(guards(selection))
          .add("if (!$N.awaitOrEnd($L)) {\n$>return;\n$<}\n", selection, patience);
    } else if (select.patience().isPresent()) {
      loop.add("while ($N.awaitOrEnd($L)) {\n$>", selection, patience);
    } else {
      loop.add("while ($N.await()) {\n$>", selection);
    }
    return loop.add(
            "$T $N = $L;\n",
            TypeName.get(Objects.requireNonNull(select.event())),
            event,
            event(index, selection))
        .add(handling)
        .add("$<}\n$<}\n")
        .build();
  }

  /**
   * The body of a port.
   *
   * @param patience the parameter that says how long to wait at most, or {@code null}
   * @param handling a {@code catch} clause, or nothing
   */
  CodeBlock body(@Nullable String patience, NameAllocator locals, CodeBlock handling) {
    String selection = locals.newName("selection");
    CodeBlock.Builder body = CodeBlock.builder();
    body.add(
        "try ($T $N = $N.$L()) {\n$>",
        RuntimeTypes.SELECTION,
        selection,
        names.arms(select.method()),
        opening());
    body.add(guards(selection)).add(offers(selection));
    if (select.otherwise().isPresent()) {
      CodeBlock outcome =
          patience == null
              ? CodeBlock.of("$N.poll()", selection)
              : CodeBlock.of("$N.select($N)", selection, patience);
      body.add(returned(event(outcome, selection), locals));
    } else if (select.optional()) {
      body.add("if ($L) {\n$>", isOver(selection))
          .add("return $T.empty();\n", Optional.class)
          .add("$<}\n")
          .add(returned(event(arm(selection), selection), locals));
    } else if (!select.isPrepared()) {
      body.add(returned(event(arm(selection), selection), locals));
    } else if (select.arms().size() == 1) {
      body.add("$N.select();\n", selection).add(returned(event(arm(selection), selection), locals));
    } else {
      body.add(returned(event(CodeBlock.of("$N.select()", selection), selection), locals));
    }
    return body.add("$<}$L\n", handling).build();
  }

  /** Where nothing is to be done before it, a select is asked for its outcome at once. */
  private String opening() {
    if (select.isPrepared() || select.otherwise().isPresent()) {
      return "open";
    }
    return select.optional() ? "selectOrNull" : "select";
  }

  private CodeBlock guards(String selection) {
    CodeBlock.Builder guards = CodeBlock.builder();
    List<Arm.OfChannel> arms = select.ofChannels();
    for (int index = 0; index < arms.size(); index++) {
      NamedMethod guard = arms.get(index).guard();
      if (guard != null) {
        guards.add("$N.enable($L, $L);\n", selection, index, asked(guard));
      }
    }
    return guards.build();
  }

  private CodeBlock offers(String selection) {
    CodeBlock.Builder offers = CodeBlock.builder();
    List<Arm.OfChannel> arms = select.ofChannels();
    for (int index = 0; index < arms.size(); index++) {
      if (arms.get(index) instanceof Arm.Sending sending) {
        CodeBlock value =
            sending.offer() == null
                ? CodeBlock.of("$T.SIGNAL", RuntimeTypes.SIGNAL)
                : CodeBlock.of("$N", parameters.apply(sending.offer().index()));
        offers.add(
            "$N.offer($L, $N, $L);\n", selection, index, names.fromPorts(sending.channel()), value);
      }
    }
    return offers.build();
  }

  /** Without a receiver, yield would begin a statement of that name. */
  private CodeBlock asked(NamedMethod method) {
    if (host != null) {
      return CodeBlock.of("$N.$L()", host, method.name());
    }
    return CodeBlock.of("$L$L()", method.name().equals("yield") ? "this." : "", method.name());
  }

  private CodeBlock isOver(String selection) {
    return select.isPrepared()
        ? CodeBlock.of("!$N.await()", selection)
        : CodeBlock.of("$N == null", selection);
  }

  private static CodeBlock arm(String selection) {
    return CodeBlock.of("$N.arm()", selection);
  }

  private CodeBlock returned(CodeBlock event, NameAllocator locals) {
    if (!select.handlers().isEmpty()) {
      return CodeBlock.of(select.arms().size() == 1 ? "$L;\n" : "$L\n", event);
    }
    if (!select.optional()) {
      return CodeBlock.of("return $L;\n", event);
    }
    DeclaredType type = Objects.requireNonNull(select.event());
    String name = locals.newName(Names.forValue(type));
    return CodeBlock.builder()
        .add("$T $N = $L;\n", TypeName.get(type), name, event)
        .add("return $T.of($N);\n", Optional.class, name)
        .build();
  }

  private CodeBlock event(CodeBlock index, String selection) {
    List<Arm.OfChannel> arms = select.ofChannels();
    Optional<Arm.Otherwise> otherwise = select.otherwise();
    if (arms.size() == 1 && otherwise.isEmpty() && !takesSignal(arms.get(0))) {
      return made(arms.get(0), selection);
    }
    CodeBlock.Builder event = CodeBlock.builder().add("switch ($L) {\n$>", index);
    for (int arm = 0; arm < arms.size(); arm++) {
      boolean last = arm == arms.size() - 1 && otherwise.isEmpty();
      event.add("$L -> $L;\n", last ? "default" : "case " + arm, made(arms.get(arm), selection));
    }
    otherwise.ifPresent(arm -> event.add("default -> $L;\n", made(arm)));
    return event.add("$<}").build();
  }

  /** Nothing comes of such an arm, and javac warns of a resource that nobody asks for anything. */
  private static boolean takesSignal(Arm.OfChannel arm) {
    return arm instanceof Arm.Taking taking && taking.input().payload() instanceof Payload.Signal;
  }

  private CodeBlock made(Arm.OfChannel arm, String selection) {
    return switch (arm) {
      case Arm.Wrapping wrapping ->
          CodeBlock.of(
              "new $T$L($L)",
              ClassName.get(wrapping.event()),
              diamond(wrapping),
              value(wrapping.input(), selection));
      case Arm.Identity identity -> value(identity.input(), selection);
      case Arm.OfSignal signal -> made(signal);
      case Arm.Closed closed -> made(closed);
      case Arm.Sending sending -> made(sending);
      case Arm.Unfit unfit -> throw new IllegalArgumentException("unfit arm");
      case Arm.Misshapen misshapen -> throw new IllegalArgumentException("misshapen arm");
      case Arm.Handled handled ->
          called(
              handled.handler(),
              handled.input().payload() instanceof Payload.Signal
                  ? CodeBlock.of("")
                  : value(handled.input(), selection));
      case Arm.HandledEnd end -> called(end.handler(), CodeBlock.of(""));
    };
  }

  private CodeBlock made(Arm.Otherwise otherwise) {
    return switch (otherwise) {
      case Arm.OtherwiseEvent event -> made((Arm.OfEvent) event);
      case Arm.OtherwiseHandled handled -> called(handled.handler(), CodeBlock.of(""));
    };
  }

  private CodeBlock called(Handler handler, CodeBlock value) {
    return CodeBlock.of(
        "$N.$L($L)",
        parameters.apply(handler.index()),
        Objects.requireNonNull(handler.function()).name(),
        value);
  }

  private static CodeBlock made(Arm.OfEvent withoutValue) {
    return CodeBlock.of("new $T$L()", ClassName.get(withoutValue.event()), diamond(withoutValue));
  }

  private static String diamond(Arm.OfEvent arm) {
    return arm.event().getTypeParameters().isEmpty() ? "" : "<>";
  }

  /** The channels that {@link #loop} asks for what came from them. */
  static List<String> channelsOfValues(Select select) {
    return select.ofChannels().stream()
        .filter(arm -> arm instanceof Arm.Wrapping || arm instanceof Arm.Identity)
        .map(Arm.OfChannel::channel)
        .distinct()
        .toList();
  }

  private CodeBlock value(Endpoint input, String selection) {
    return CodeBlock.of("$N.valueOf($N)", selection, names.channel(input.channel()));
  }
}
