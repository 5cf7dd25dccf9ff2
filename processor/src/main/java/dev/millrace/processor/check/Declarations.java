package dev.millrace.processor.check;

import static dev.millrace.processor.report.TopologyProblem.EMPTY_TOPOLOGY;
import static dev.millrace.processor.report.TopologyProblem.HIDDEN_INTERFACE;
import static dev.millrace.processor.report.TopologyProblem.NAME_TAKEN;
import static dev.millrace.processor.report.TopologyProblem.NAME_TAKEN_BY_BOTH;
import static dev.millrace.processor.report.TopologyProblem.NOT_AN_INTERFACE;
import static dev.millrace.processor.report.TopologyProblem.SEALED_INTERFACE;

import dev.millrace.processor.model.GeneratedName;
import dev.millrace.processor.model.RuntimeNames;
import dev.millrace.processor.model.Site;
import dev.millrace.processor.model.Topology;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Whether a class can be generated that implements the annotated type. */
final class Declarations {

  private Declarations() {}

  static void check(Inspection inspection) {
    TypeElement type = inspection.topology().element();
    Site site = Site.of(type);
    if (type.getKind() != ElementKind.INTERFACE) {
      inspection.report(NOT_AN_INTERFACE, site, type, kindOf(type));
    } else if (isEmpty(inspection.topology())) {
      inspection.report(EMPTY_TOPOLOGY, site, type);
    }
    if (type.getModifiers().contains(Modifier.SEALED)) {
      inspection.report(SEALED_INTERFACE, site, type, inspection.generatedName());
    }
    Visibility.privateAround(type)
        .ifPresent(
            hidden ->
                inspection.report(
                    HIDDEN_INTERFACE,
                    site,
                    hidden,
                    inspection.generatedName(),
                    hidden.equals(type) ? "it" : type));
    checkNameIsFree(inspection, site);
    checkNameIsGivenOnce(inspection, site);
  }

  /** Whether it says nothing at all: what is said wrongly has messages of its own. */
  private static boolean isEmpty(Topology topology) {
    return Stream.of(
            topology.ports(),
            topology.stages(),
            topology.stageClasses(),
            topology.channels(),
            topology.unreadable(),
            topology.unimplemented())
        .allMatch(List::isEmpty);
  }

  /** The nested {@code A.Jobs} would share a class with an {@code A_Jobs} beside {@code A}. */
  private static void checkNameIsGivenOnce(Inspection inspection, Site site) {
    TypeElement topology = inspection.topology().element();
    String name = inspection.generatedName();
    if (name.indexOf('_') < 0) {
      return;
    }
    // Told of the later one only; the earlier gets the class.
    namesakes(
            simple -> topLevel(simple, inspection),
            name.substring(0, name.length() - GeneratedName.SUFFIX.length()))
        .filter(inspection::isInSource)
        .map(type -> type.getQualifiedName().toString())
        .filter(other -> other.compareTo(topology.getQualifiedName().toString()) < 0)
        .findFirst()
        .ifPresent(
            other ->
                inspection.report(
                    NAME_TAKEN_BY_BOTH, site, other, topology.getQualifiedName(), name));
  }

  /**
   * The topologies that such a name may mean: each underscore is one of a name, or stands between a
   * type and one inside it.
   *
   * @param named finds a type by its simple name, if there is one
   */
  private static Stream<TypeElement> namesakes(
      Function<String, Optional<TypeElement>> named, String name) {
    Stream<TypeElement> whole =
        named.apply(name).filter(type -> has(RuntimeNames.TOPOLOGY, type)).stream();
    Stream<TypeElement> nested =
        IntStream.range(1, name.length() - 1)
            .filter(index -> name.charAt(index) == '_')
            .boxed()
            .flatMap(
                index ->
                    named.apply(name.substring(0, index)).stream()
                        .flatMap(
                            outer ->
                                namesakes(
                                    simple -> nested(simple, outer), name.substring(index + 1))));
    return Stream.concat(whole, nested);
  }

  /** By its name: to list a package, javac reads every source of it that it can find. */
  private static Optional<TypeElement> topLevel(String simpleName, Inspection inspection) {
    return Optional.ofNullable(
        inspection.elements().getTypeElement(qualified(simpleName, inspection)));
  }

  private static Optional<TypeElement> nested(String simpleName, TypeElement outer) {
    return ElementFilter.typesIn(outer.getEnclosedElements()).stream()
        .filter(type -> type.getSimpleName().contentEquals(simpleName))
        .findFirst();
  }

  private static String qualified(String simpleName, Inspection inspection) {
    String packageName = inspection.packageName();
    return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
  }

  private static void checkNameIsFree(Inspection inspection, Site site) {
    String name = qualified(inspection.generatedName(), inspection);
    TypeElement taken = inspection.elements().getTypeElement(name);
    // An earlier compilation may have left our class in the output folder, which is a class path.
    if (taken != null && !has(RuntimeNames.MARKER, taken)) {
      inspection.report(NAME_TAKEN, site, name, inspection.topology().element());
    }
    // The class inherits what the interface nests, or inherits itself, and would mean that.
    ElementFilter.typesIn(inspection.elements().getAllMembers(inspection.topology().element()))
        .stream()
        .filter(member -> member.getSimpleName().contentEquals(inspection.generatedName()))
        .findFirst()
        .ifPresent(
            member ->
                inspection.report(
                    NAME_TAKEN, site, member.getQualifiedName(), inspection.topology().element()));
  }

  private static boolean has(String annotation, TypeElement type) {
    return type.getAnnotationMirrors().stream()
        .map(mirror -> (TypeElement) mirror.getAnnotationType().asElement())
        .anyMatch(element -> element.getQualifiedName().contentEquals(annotation));
  }

  private static String kindOf(TypeElement type) {
    return switch (type.getKind()) {
      case ENUM -> "an enum";
      case RECORD -> "a record";
      case ANNOTATION_TYPE -> "an annotation";
      default -> "a class";
    };
  }
}
