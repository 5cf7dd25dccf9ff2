package dev.millrace.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.millrace.processor.model.Arm;
import dev.millrace.processor.model.Closing;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Handler;
import dev.millrace.processor.model.Method;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Select;
import dev.millrace.processor.resolve.CamelCase;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Writes the methods that implement ports. */
final class PortWriter {

  private final Names names;
  private final Types types;
  private final TypeMirror interruption;

  PortWriter(Names names, Types types, Elements elements) {
    this.names = names;
    this.types = types;
    this.interruption = elements.getTypeElement(InterruptedException.class.getName()).asType();
  }

  MethodSpec write(Port port) {
    return switch (port) {
      case Port.Send send -> send(send);
      case Port.TrySend trySend -> trySend(trySend);
      case Port.TimedSend timedSend -> timedSend(timedSend);
      case Port.Ask ask -> ask(ask);
      case Port.SendEnd end -> end(end.method(), fromPorts(end.output()));
      case Port.Receive receive -> receive(receive);
      case Port.ReceiveOptional receive -> receiveOptional(receive);
      case Port.Poll poll -> poll(poll);
      case Port.TimedPoll poll -> timedPoll(poll);
      case Port.ReceiveEnd end -> end(end.method(), names.view(end));
      case Port.Close close -> close(close);
      case Port.SelectOne select -> select(select);
    };
  }

  private MethodSpec send(Port.Send port) {
    NameAllocator locals = locals(port.output());
    Signature signature = Signature.of(port.method(), locals);
    CodeBlock send = CodeBlock.of("$N.send($L);\n", fromPorts(port.output()), sent(signature));
    return waiting(port.method(), signature, locals, port.output().channel(), send);
  }

  private MethodSpec trySend(Port.TrySend port) {
    Signature signature = Signature.of(port.method(), locals(port.output()));
    return signature
        .builder()
        .addStatement("return $N.trySend($L)", fromPorts(port.output()), sent(signature))
        .build();
  }

  private MethodSpec timedSend(Port.TimedSend port) {
    NameAllocator locals = locals(port.output());
    Signature signature = Signature.of(port.method(), locals);
    CodeBlock send =
        CodeBlock.of(
            "return $N.trySend($N, $N);\n",
            fromPorts(port.output()),
            signature.parameter(),
            signature.lastParameter());
    return waiting(port.method(), signature, locals, port.output().channel(), send);
  }

  /** Declares all that the user's method does: the server may throw it. */
  private MethodSpec ask(Port.Ask port) {
    NameAllocator locals = locals(port.output());
    Signature signature = Signature.of(port.method(), locals);
    CodeBlock ask =
        CodeBlock.of(
            "$L$N.ask($N$L);\n",
            port.method().result().getKind() == TypeKind.VOID ? "" : "return ",
            fromPorts(port.output()),
            signature.parameter(),
            port.timed() ? CodeBlock.of(", $N", signature.lastParameter()) : "");
    port.method().thrown().forEach(type -> signature.builder().addException(TypeName.get(type)));
    return declaresInterruption(port.method())
        ? signature.builder().addCode(ask).build()
        : waiting(port.method(), signature, locals, port.output().channel(), ask);
  }

  private static MethodSpec end(Method method, String field) {
    return Signature.of(method, Names.besidePackages())
        .builder()
        .addStatement("return $N", field)
        .build();
  }

  private static CodeBlock sent(Signature signature) {
    return signature.hasParameter()
        ? CodeBlock.of("$N", signature.parameter())
        : CodeBlock.of("$T.SIGNAL", RuntimeTypes.SIGNAL);
  }

  private MethodSpec receive(Port.Receive port) {
    NameAllocator locals = locals(port.input());
    Signature signature = Signature.of(port.method(), locals);
    boolean signal = port.method().result().getKind() == TypeKind.VOID;
    CodeBlock receive =
        CodeBlock.of("$L$N.receive();\n", signal ? "" : "return ", toPorts(port.input()));
    return waiting(port.method(), signature, locals, port.input().channel(), receive);
  }

  private MethodSpec receiveOptional(Port.ReceiveOptional port) {
    NameAllocator locals = locals(port.input());
    Signature signature = Signature.of(port.method(), locals);
    CodeBlock receive =
        CodeBlock.of(
            "return $T.ofNullable($N.receiveOrNull());\n", Optional.class, toPorts(port.input()));
    return waiting(port.method(), signature, locals, port.input().channel(), receive);
  }

  private MethodSpec poll(Port.Poll port) {
    return Signature.of(port.method(), locals(port.input()))
        .builder()
        .addStatement("return $N.tryReceive()", toPorts(port.input()))
        .build();
  }

  private MethodSpec timedPoll(Port.TimedPoll port) {
    NameAllocator locals = locals(port.input());
    Signature signature = Signature.of(port.method(), locals);
    CodeBlock poll =
        CodeBlock.of("return $N.tryReceive($N);\n", toPorts(port.input()), signature.parameter());
    return waiting(port.method(), signature, locals, port.input().channel(), poll);
  }

  private MethodSpec close(Port.Close port) {
    MethodSpec.Builder method = Signature.of(port.method(), Names.besidePackages()).builder();
    for (Closing closing : port.closings()) {
      method.addStatement("$N.close()", names.fromPorts(closing.channel()));
    }
    return method.build();
  }

  private MethodSpec select(Port.SelectOne port) {
    Select select = port.select();
    NameAllocator locals = names.locals();
    Signature signature = Signature.of(port.method(), locals, index -> parameterOf(select, index));
    MethodSpec.Builder method = signature.builder();
    for (Handler handler : select.handlers()) {
      // Before waiting: a value that came could be handled by nobody.
      String name = signature.parameter(handler.index());
      method.addStatement("$T.requireNonNull($N, $S)", Objects.class, name, name);
    }
    CodeBlock handling = CodeBlock.of("");
    boolean declares = declaresInterruption(port.method());
    if (!select.handlers().isEmpty()) {
      port.method()
          .type()
          .getThrownTypes()
          .forEach(type -> method.addException(TypeName.get(type)));
    } else if (select.waits() && declares) {
      method.addException(InterruptedException.class);
    }
    if (mayBeInterrupted(select)) {
      if (!declares) {
        handling = whenInterrupted(select.ofChannels().get(0).channel(), locals);
      }
    }
    SelectWriter body = new SelectWriter(names, select, null, signature::parameter);
    return method.addCode(body.body(patience(select, signature), locals, handling)).build();
  }

  /** The parameter that is neither a handler nor a value to send says how long to wait. */
  private static @Nullable String patience(Select select, Signature signature) {
    if (!select.timed()) {
      return null;
    }
    int index = 0;
    while (isOfArm(select, index)) {
      index++;
    }
    return signature.parameter(index);
  }

  private static boolean isOfArm(Select select, int index) {
    return select.handlers().stream().anyMatch(handler -> handler.index() == index)
        || select.offers().stream().anyMatch(offer -> offer.index() == index);
  }

  /** Handlers are called for what happens, which says more than their types. */
  private static String parameterOf(Select select, int index) {
    for (Arm arm : select.arms()) {
      if (arm instanceof Arm.OfHandler handled && handled.handler().index() == index) {
        return switch (handled) {
          case Arm.Handled taking -> "on" + channelOf(taking);
          case Arm.HandledEnd end -> "onEndOf" + channelOf(end);
          case Arm.OtherwiseHandled otherwise -> "otherwise";
        };
      }
    }
    return Names.forValue(select.method().type().getParameterTypes().get(index));
  }

  private static String channelOf(Arm.OfChannel arm) {
    return CamelCase.capitalise(CamelCase.of(arm.channel()));
  }

  private boolean mayBeInterrupted(Select select) {
    return select.waits()
        || select.handlers().stream()
            .map(Handler::function)
            .filter(Objects::nonNull)
            .anyMatch(this::declaresInterruption);
  }

  /** An interruption is thrown if the user's signature says so, and otherwise kept in the flag. */
  private MethodSpec waiting(
      Method method, Signature signature, NameAllocator locals, String channel, CodeBlock body) {
    if (declaresInterruption(method)) {
      return signature.builder().addException(InterruptedException.class).addCode(body).build();
    }
    return signature
        .builder()
        .addCode("try {\n$>")
        .addCode(body)
        .addCode("$<}$L\n", whenInterrupted(channel, locals))
        .build();
  }

  private CodeBlock whenInterrupted(String channel, NameAllocator locals) {
    String interrupted = locals.newName("interrupted");
    return CodeBlock.builder()
        .add(" catch ($T $N) {\n$>", InterruptedException.class, interrupted)
        .add("$T.currentThread().interrupt();\n", Thread.class)
        .add(
            "throw new $T($N, $N);\n",
            RuntimeTypes.CHANNEL_INTERRUPTED,
            names.channel(channel),
            interrupted)
        .add("$<}")
        .build();
  }

  private boolean declaresInterruption(Method method) {
    List<? extends TypeMirror> thrown = method.thrown();
    return thrown.stream().anyMatch(type -> types.isSubtype(interruption, type));
  }

  private NameAllocator locals(Endpoint endpoint) {
    String channel = endpoint.channel();
    return Names.localsBeside(
        Stream.of(names.channel(channel), names.fromPorts(channel), names.toPorts(channel)));
  }

  private String fromPorts(Endpoint output) {
    return names.fromPorts(output.channel());
  }

  private String toPorts(Endpoint input) {
    return names.toPorts(input.channel());
  }
}
