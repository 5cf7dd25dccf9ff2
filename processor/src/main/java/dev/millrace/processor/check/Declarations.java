package dev.millrace.processor.check;

import static dev.millrace.processor.report.TopologyProblem.HIDDEN_INTERFACE;
import static dev.millrace.processor.report.TopologyProblem.NAME_TAKEN;
import static dev.millrace.processor.report.TopologyProblem.NOT_AN_INTERFACE;
import static dev.millrace.processor.report.TopologyProblem.SEALED_INTERFACE;

import dev.millrace.processor.model.RuntimeNames;
import dev.millrace.processor.model.Site;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Whether a class can be generated that implements the annotated type. */
final class Declarations {

  private static final String OURS = RuntimeNames.GENERATED + ".MillraceGenerated";

  private Declarations() {}

  static void check(Inspection inspection) {
    TypeElement type = inspection.topology().element();
    Site site = Site.of(type);
    if (type.getKind() != ElementKind.INTERFACE) {
      inspection.report(NOT_AN_INTERFACE, site, type, kindOf(type));
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
  }

  private static void checkNameIsFree(Inspection inspection, Site site) {
    String packageName = inspection.packageName();
    String name =
        packageName.isEmpty()
            ? inspection.generatedName()
            : packageName + "." + inspection.generatedName();
    TypeElement taken = inspection.elements().getTypeElement(name);
    if (taken != null && !isOurs(taken)) {
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

  /** An earlier compilation may have left our class in the output folder, which is a class path. */
  private static boolean isOurs(TypeElement type) {
    return type.getAnnotationMirrors().stream()
        .map(mirror -> (TypeElement) mirror.getAnnotationType().asElement())
        .anyMatch(annotation -> annotation.getQualifiedName().contentEquals(OURS));
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
