package dev.millrace.processor.check;

import static dev.millrace.processor.report.TopologyProblem.HIDDEN_TYPE;

import dev.millrace.processor.model.Arm;
import dev.millrace.processor.model.Method;
import dev.millrace.processor.model.Payload;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Site;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.Topology;
import dev.millrace.processor.model.Unreadable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Whether the generated class may mention what the user's methods mention: a private type beside
 * the topology is visible to the topology, but not to a class of the same package.
 */
final class HiddenTypes {

  private HiddenTypes() {}

  static void check(Inspection inspection) {
    Topology topology = inspection.topology();
    for (TypeParameterElement parameter : topology.element().getTypeParameters()) {
      hiddenIn(parameter.getBounds(), inspection)
          .ifPresent(hidden -> report(topology.element(), Site.of(parameter), hidden, inspection));
    }
    Stream.of(
            topology.ports().stream().map(Port::method),
            topology.stages().stream().map(Stage::method),
            topology.unreadable().stream().map(Unreadable::method),
            topology.unimplemented().stream())
        .flatMap(methods -> methods)
        .forEach(method -> check(method, inspection));
    topology.selects().stream()
        .flatMap(select -> select.arms().stream())
        .forEach(arm -> check(arm, inspection));
  }

  /** What an arm takes may give its channel a type, which the generated class then mentions. */
  private static void check(Arm arm, Inspection inspection) {
    if (arm instanceof Arm.Taking taking
        && arm instanceof Arm.OfEvent ofEvent
        && taking.input().payload() instanceof Payload.Value value
        && Visibility.isVisible(ofEvent.event(), inspection)
        && !isPutHidden(taking.channel(), inspection)) {
      hiddenIn(value.type(), inspection)
          .ifPresent(
              hidden -> report(ofEvent.event(), Site.of(ofEvent.event()), hidden, inspection));
    }
  }

  /** The method that sends a hidden type was told so. */
  private static boolean isPutHidden(String channel, Inspection inspection) {
    return inspection.topology().channels().stream()
        .filter(candidate -> candidate.name().equals(channel))
        .flatMap(candidate -> candidate.puts().stream())
        .anyMatch(
            put ->
                put.payload() instanceof Payload.Value value
                    && hiddenIn(value.type(), inspection).isPresent());
  }

  private static void check(Method method, Inspection inspection) {
    List<TypeMirror> mentioned =
        Stream.of(List.of(method.result()), method.type().getParameterTypes(), method.thrown())
            .<TypeMirror>flatMap(List::stream)
            .toList();
    hiddenIn(mentioned, inspection)
        .ifPresent(hidden -> report(method, Site.of(method.element()), hidden, inspection));
  }

  private static void report(
      Object mentioning, Site site, TypeElement hidden, Inspection inspection) {
    Element inTheWay = Visibility.inTheWayOf(hidden, inspection).orElseThrow();
    inspection.report(
        HIDDEN_TYPE,
        site,
        mentioning,
        hidden,
        inspection.generatedName(),
        inTheWay,
        Visibility.enoughFor(inTheWay, inspection));
  }

  private static Optional<TypeElement> hiddenIn(
      List<? extends TypeMirror> types, Inspection inspection) {
    return types.stream().flatMap(type -> hiddenIn(type, inspection).stream()).findFirst();
  }

  private static Optional<TypeElement> hiddenIn(@Nullable TypeMirror type, Inspection inspection) {
    if (type == null) {
      return Optional.empty();
    }
    // By kind, since to javac's classes an intersection is a declared type, too.
    return switch (type.getKind()) {
      case DECLARED -> {
        DeclaredType declared = (DeclaredType) type;
        TypeElement element = (TypeElement) declared.asElement();
        if (!Visibility.isVisible(element, inspection)) {
          yield Optional.of(element);
        }
        yield hiddenIn(declared.getTypeArguments(), inspection)
            .or(() -> hiddenIn(declared.getEnclosingType(), inspection));
      }
      case ARRAY -> hiddenIn(((ArrayType) type).getComponentType(), inspection);
      case WILDCARD ->
          hiddenIn(((WildcardType) type).getExtendsBound(), inspection)
              .or(() -> hiddenIn(((WildcardType) type).getSuperBound(), inspection));
      default -> Optional.empty();
    };
  }
}
