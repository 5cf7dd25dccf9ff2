package dev.millrace.processor.check;

import java.util.Optional;
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
    boolean samePackage =
        inspection
            .elements()
            .getPackageOf(element)
            .equals(inspection.elements().getPackageOf(inspection.topology().element()));
    for (Element around = element;
        around != null && around.getKind() != ElementKind.PACKAGE;
        around = around.getEnclosingElement()) {
      boolean visible =
          samePackage
              ? !around.getModifiers().contains(Modifier.PRIVATE)
              : around.getModifiers().contains(Modifier.PUBLIC);
      if (!visible) {
        return false;
      }
    }
    return true;
  }
}
