package dev.millrace.processor.read;

import static dev.millrace.processor.read.Signatures.isOf;
import static dev.millrace.processor.read.Signatures.isVoid;

import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Payload;
import dev.millrace.processor.model.Select;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.Stage.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Reads stages that are called once per event of a select. */
final class ActorReader {

  private final Signatures signatures;

  ActorReader(Signatures signatures) {
    this.signatures = signatures;
  }

  /** Whether the method is {@code @Select R f(Event, @Producer("b") Sender<B>, ...)}. */
  static boolean fits(AnnotatedMethod said) {
    return !said.isPort()
        && said.selectsAndMayProduce()
        && said.isCallable()
        && event(said) != null
        && others(said).stream().allMatch(ProcessReader::isSendEnd)
        && isVoid(said.result()) == (said.producer() == null);
  }

  /** The parameter that the event comes in: the only one that names no channel. */
  static @Nullable AnnotatedParameter event(AnnotatedMethod said) {
    List<AnnotatedParameter> unnamed =
        said.annotatedParameters().stream()
            .filter(parameter -> !parameter.isAnnotated())
            .filter(parameter -> !Signatures.isEnd(parameter.type()))
            .toList();
    return unnamed.size() == 1 && unnamed.get(0).type().getKind() == TypeKind.DECLARED
        ? unnamed.get(0)
        : null;
  }

  private static List<AnnotatedParameter> others(AnnotatedMethod said) {
    AnnotatedParameter event = event(said);
    return said.annotatedParameters().stream()
        .filter(parameter -> event == null || parameter.index() != event.index())
        .toList();
  }

  /** What an actor sends, whatever its arms are. */
  List<Endpoint> outputs(AnnotatedMethod said) {
    List<Endpoint> outputs = new ArrayList<>();
    Endpoint output = output(said);
    if (output != null) {
      outputs.add(output);
    }
    parameters(said).forEach(parameter -> outputs.add(parameter.end()));
    return outputs;
  }

  /** The actor, when its arms are known. */
  Stage.Actor read(AnnotatedMethod said, int event, Select select) {
    return new Stage.Actor(
        said.method(),
        said.host(),
        select,
        event,
        output(said),
        results(said),
        parameters(said),
        said.workers());
  }

  private @Nullable Endpoint output(AnnotatedMethod said) {
    if (said.producer() == null) {
      return null;
    }
    Payload produced =
        switch (results(said)) {
          case OPTIONAL, STREAM -> signatures.elements(said.result());
          default -> signatures.value(said.result());
        };
    return said.endpoint(said.producer(), produced);
  }

  private static Results results(AnnotatedMethod said) {
    if (said.producer() == null) {
      return Results.NONE;
    }
    if (isOf(said.result(), Optional.class.getName())) {
      return Results.OPTIONAL;
    }
    return isOf(said.result(), Stream.class.getName()) ? Results.STREAM : Results.ONE;
  }

  private static List<Stage.Parameter> parameters(AnnotatedMethod said) {
    return others(said).stream()
        .flatMap(parameter -> said.ends(parameter, Signatures.end(parameter.type())).stream())
        .toList();
  }
}
