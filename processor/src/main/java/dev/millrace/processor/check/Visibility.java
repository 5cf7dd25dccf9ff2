package dev.millrace.processor.check;

import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Whether the generated class, which lives in the topology's package, may mention something. */
final class Visibility {

  private Visibility() {}

  /** The private type in the way of everybody: the type itself or one around it. */
  static Optional<TypeElement> privateAround(TypeElement type) {
    for (Element around = type; around instanceof TypeElement found; ) {
      if (found.getModifiers().contains(Modifier.PRIVATE)) {
        return Optional.of(found);
      }
      around = found.getEnclosingElement();
    }
    return Optional.empty();
  }

  /** Whether the generated class may mention a type or a method of a type. */
  static boolean isVisible(Element element, Inspection inspection) {
    return inTheWayOf(element, inspection).isEmpty();
  }

  /** What the generated class could not see: the element itself, or a type around it. */
  static Optional<Element> inTheWayOf(Element element, Inspection inspection) {
    boolean samePackage = isBeside(element, inspection);
    for (Element around = element;
        around != null && around.getKind() != ElementKind.PACKAGE;
        around = around.getEnclosingElement()) {
      boolean visible =
          samePackage
              ? !around.getModifiers().contains(Modifier.PRIVATE)
              : around.getModifiers().contains(Modifier.PUBLIC);
      if (!visible) {
        return Optional.of(around);
      }
    }
    return Optional.empty();
  }

  /** What to make a type that is in the way. */
  static String enoughFor(Element hidden, Inspection inspection) {
    return isBeside(hidden, inspection) ? "package-private or public" : "public";
  }

  /** What a type that is in the way is. */
  static String accessOf(Element hidden) {
    return Stream.of(Modifier.PRIVATE, Modifier.PROTECTED)
        .filter(hidden.getModifiers()::contains)
        .map(Modifier::toString)
        .findFirst()
        .orElse("package-private");
  }

  private static boolean isBeside(Element element, Inspection inspection) {
    return inspection
        .elements()
        .getPackageOf(element)
        .equals(inspection.elements().getPackageOf(inspection.topology().element()));
  }
}
