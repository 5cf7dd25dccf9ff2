package dev.millrace.processor.read;

import dev.millrace.processor.model.Arm;
import dev.millrace.processor.model.Select;
import dev.millrace.processor.model.StageClass;
import dev.millrace.processor.model.Stray;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds what annotations say where nobody reads it: what is ignored in silence misleads. */
final class StrayReader {

  private StrayReader() {}

  /** What is astray on a method and its parameters, be the method a port or a stage. */
  static List<Stray> on(AnnotatedMethod said) {
    return Stream.concat(
            Stream.of(said.method().element()), said.method().element().getParameters().stream())
        .map(Annotations::sendingArm)
        .filter(Objects::nonNull)
        .map(Annotations.Arm::when)
        .filter(Objects::nonNull)
        .<Stray>map(when -> new Stray.When(when.site()))
        .toList();
  }

  /** The literals in {@code stages} that are no classes. */
  static List<Stray> amongStages(TypeElement topology) {
    List<Stray> strays = new ArrayList<>();
    for (Annotations.Literal literal : Annotations.stageClasses(topology)) {
      if (literal.value() instanceof TypeMirror type
          && type.getKind() != TypeKind.DECLARED
          && type.getKind() != TypeKind.ERROR) {
        strays.add(new Stray.OfStages(literal.site(), type));
      }
    }
    return strays;
  }

  /** {@code @Broadcast({})} on the topology and its fragments. */
  static List<Stray> withoutName(List<DeclaredType> hierarchy) {
    return hierarchy.stream()
        .map(type -> Annotations.broadcastWithoutName(type.asElement()))
        .filter(Objects::nonNull)
        .<Stray>map(Stray.OfNoBroadcast::new)
        .toList();
  }

  /**
   * What is astray on the types inside a topology and its stage classes.
   *
   * @param armsAreKnown whether every select could be read
   */
  static List<Stray> onTypes(
      TypeElement topology,
      List<StageClass> stageClasses,
      List<Select> selects,
      boolean armsAreKnown) {
    Set<TypeElement> types = new LinkedHashSet<>();
    addNested(topology, types);
    for (StageClass host : stageClasses) {
      types.add(host.element());
      addNested(host.element(), types);
    }
    Set<TypeElement> events = events(selects);
    Set<Element> arms =
        selects.stream()
            .flatMap(select -> select.arms().stream())
            .map(Arm::declaration)
            .collect(Collectors.toSet());

    List<Stray> strays = new ArrayList<>();
    addSuppressions(topology, strays);
    types.forEach(type -> addSuppressions(type, strays));
    for (TypeElement event : events) {
      annotation(event).map(name -> new Stray.OfEvent(event, name)).forEach(strays::add);
    }
    for (TypeElement type : types) {
      if (armsAreKnown
          && !arms.contains(type)
          && !events.contains(type)
          && !mayBeArmElsewhere(type)) {
        annotation(type).map(name -> new Stray.OfType(type, name)).forEach(strays::add);
      }
      // An interface, be it one of stages, may be a fragment of another topology.
      if (!type.getKind().isInterface()) {
        Annotations.buffers(type).forEach(buffer -> strays.add(new Stray.OfBuffer(type, buffer)));
        Annotations.broadcasts(type).forEach(one -> strays.add(new Stray.OfBroadcast(type, one)));
      }
    }
    return strays;
  }

  /** Another topology may select the sealed type that permits it. */
  private static boolean mayBeArmElsewhere(TypeElement type) {
    return isSealed(type)
        || type.getInterfaces().stream()
            .map(DeclaredType.class::cast)
            .anyMatch(supertype -> isSealed((TypeElement) supertype.asElement()));
  }

  private static boolean isSealed(TypeElement type) {
    return type.getModifiers().contains(Modifier.SEALED);
  }

  private static void addNested(TypeElement type, Set<TypeElement> types) {
    for (TypeElement nested : ElementFilter.typesIn(type.getEnclosedElements())) {
      // A topology inside another one has a world of its own.
      if (Annotations.topology(nested) == null && types.add(nested)) {
        addNested(nested, types);
      }
    }
  }

  private static void addSuppressions(TypeElement type, List<Stray> strays) {
    strays.addAll(Annotations.suppressions(type));
    ElementFilter.methodsIn(type.getEnclosedElements())
        .forEach(method -> strays.addAll(Annotations.suppressions(method)));
  }

  /** The event types and the sealed types that they permit. */
  private static Set<TypeElement> events(List<Select> selects) {
    Set<TypeElement> events = new LinkedHashSet<>();
    for (Select select : selects) {
      if (select.event() != null && select.handlers().isEmpty()) {
        addSealed((TypeElement) select.event().asElement(), events);
      }
    }
    return events;
  }

  private static void addSealed(TypeElement type, Set<TypeElement> events) {
    if (isSealed(type) && events.add(type)) {
      for (TypeMirror permitted : type.getPermittedSubclasses()) {
        if (permitted instanceof DeclaredType declared) {
          addSealed((TypeElement) declared.asElement(), events);
        }
      }
    }
  }

  /** The annotation that makes a record an arm, if it has one. */
  private static Stream<String> annotation(TypeElement type) {
    if (Annotations.arm(type) != null) {
      return Stream.of("@Case");
    }
    if (Annotations.otherwise(type) != null) {
      return Stream.of("@Otherwise");
    }
    return Annotations.producer(type) == null ? Stream.of() : Stream.of("@Producer");
  }
}
