package dev.millrace.processor.read;

import dev.millrace.processor.model.Closing;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Endpoint.Role;
import dev.millrace.processor.model.Method;
import dev.millrace.processor.model.Payload;
import dev.millrace.processor.model.Site;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.StageClass;
import dev.millrace.processor.model.Unreadable;
import dev.millrace.processor.model.Workers;
import dev.millrace.processor.read.Annotations.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A method and everything Millrace's annotations say on it, before anybody knows whether the two go
 * together.
 *
 * @param host the class in {@code stages} that has the method, or {@code null} for the topology
 * @param closings what {@code @Close} names, or {@code null} if it is not there
 */
record AnnotatedMethod(
    Method method,
    @Nullable StageClass host,
    @Nullable Named producer,
    @Nullable Named consumer,
    @Nullable Named request,
    @Nullable Site select,
    @Nullable List<Named> closings,
    @Nullable Workers workers) {

  static AnnotatedMethod of(Method method, @Nullable StageClass host) {
    ExecutableElement element = method.element();
    return new AnnotatedMethod(
        method,
        host,
        Annotations.producer(element),
        Annotations.consumer(element),
        Annotations.request(element),
        Annotations.select(element),
        Annotations.closings(element),
        Annotations.workers(element));
  }

  /** Whether Millrace has anything to do with the method. */
  boolean isAnnotated() {
    return namesChannels() || workers != null || hasAnnotatedParameters();
  }

  /** Whether an annotation of the method itself, and not of a parameter, says what it is for. */
  boolean namesChannels() {
    return producer != null
        || consumer != null
        || request != null
        || select != null
        || closings != null;
  }

  /** The annotations of a stage as one writes them; those of its parameters in one word. */
  List<String> annotations() {
    return Stream.of(
            workers == null ? null : threads(workers),
            select == null ? null : "@Select",
            consumer == null ? null : "@Consumer(\"" + consumer.channel() + "\")",
            producer == null ? null : "@Producer(\"" + producer.channel() + "\")",
            hasAnnotatedParameters() ? "the annotations of its parameters" : null)
        .filter(Objects::nonNull)
        .toList();
  }

  private static String threads(Workers workers) {
    return workers.ordered()
        ? "@Workers(value = " + workers.count() + ", ordered = true)"
        : "@Workers(" + workers.count() + ")";
  }

  /** Whether the method is to be implemented rather than run. */
  boolean isPort() {
    return host == null && method.isAbstract();
  }

  /** Whether generated code could implement or call the method, whatever its signature. */
  boolean isCallable() {
    ExecutableElement element = method.element();
    return !element.getModifiers().contains(Modifier.PRIVATE)
        && !element.getModifiers().contains(Modifier.STATIC)
        && !element.isVarArgs()
        && element.getTypeParameters().isEmpty();
  }

  boolean onlyProduces() {
    return producer != null && saysOnly(1);
  }

  boolean onlyConsumes() {
    return consumer != null && saysOnly(1);
  }

  boolean onlyAsks() {
    return request != null && saysOnly(1);
  }

  boolean onlyCloses() {
    return closings != null && saysOnly(1);
  }

  boolean onlySelects() {
    return select != null && saysOnly(1);
  }

  boolean selectsAndMayProduce() {
    return select != null && saysOnly(producer == null ? 1 : 2);
  }

  boolean consumesAndMayProduce() {
    return consumer != null && saysOnly(producer == null ? 1 : 2);
  }

  /** Whether it has so many annotations that name channels. */
  private boolean saysOnly(int count) {
    return Stream.of(producer, consumer, request, select, closings).filter(Objects::nonNull).count()
        == count;
  }

  /** The parameters that Millrace's annotations make arms of a select. */
  List<VariableElement> armParameters() {
    return method.element().getParameters().stream()
        .<VariableElement>map(parameter -> parameter)
        .filter(Annotations::isArm)
        .toList();
  }

  /** Whether some parameter says which channel it is an end of. */
  boolean hasAnnotatedParameters() {
    return annotatedParameters().stream().anyMatch(AnnotatedParameter::isAnnotated);
  }

  /** All parameters, annotated or not. */
  List<AnnotatedParameter> annotatedParameters() {
    List<AnnotatedParameter> annotated = new ArrayList<>();
    List<? extends VariableElement> elements = method.element().getParameters();
    for (int index = 0; index < elements.size(); index++) {
      VariableElement element = elements.get(index);
      annotated.add(
          new AnnotatedParameter(
              element,
              index,
              parameters().get(index),
              Annotations.producer(element),
              Annotations.consumer(element)));
    }
    return annotated;
  }

  /** The ends of channels that a parameter says it is: one, if it is legal. */
  List<Stage.Parameter> ends(AnnotatedParameter parameter, Payload payload) {
    List<Stage.Parameter> ends = new ArrayList<>();
    if (parameter.consumer() != null) {
      ends.add(
          new Stage.Parameter(parameter.index(), endpoint(parameter.consumer(), payload), false));
    }
    if (parameter.producer() != null) {
      ends.add(
          new Stage.Parameter(parameter.index(), endpoint(parameter.producer(), payload), true));
    }
    return ends;
  }

  /** How many parameters have a value that an arm of a select is to send. */
  int offers() {
    return (int)
        method.element().getParameters().stream()
            .filter(parameter -> Annotations.producer(parameter) != null)
            .count();
  }

  TypeMirror result() {
    return method.result();
  }

  List<? extends TypeMirror> parameters() {
    return method.type().getParameterTypes();
  }

  /** The method's end of a channel. */
  Endpoint endpoint(Named name, Payload payload) {
    return new Endpoint(
        name.channel(), isPort() ? Role.PORT : Role.STAGE, payload, method, name.site());
  }

  List<Closing> closes() {
    return closings == null
        ? List.of()
        : closings.stream().map(name -> new Closing(name.channel(), method, name.site())).toList();
  }

  /** The method as one of no legal shape, with the channels that it names. */
  Unreadable unreadable() {
    Named sends = producer == null ? request : producer;
    return new Unreadable(
        method,
        host,
        sends == null ? null : endpoint(sends, new Payload.Unknown()),
        consumer == null ? null : endpoint(consumer, new Payload.Unknown()),
        annotatedParameters().stream()
            .flatMap(parameter -> ends(parameter, new Payload.Unknown()).stream())
            .toList(),
        workers,
        closes(),
        request == null ? null : request.site(),
        select,
        Site.of(method.element()));
  }
}
