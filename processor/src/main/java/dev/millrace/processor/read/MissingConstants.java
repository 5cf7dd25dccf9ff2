package dev.millrace.processor.read;

import dev.millrace.processor.model.RuntimeNames;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what the annotations of an element cannot say, or not yet: another processor may
 * generate the constant that a channel is named by, or an import may be missing.
 */
final class MissingConstants {

  /** An annotation that was not found, and has one of these names, was meant to be Millrace's. */
  private static final Set<String> SIMPLE_NAMES =
      Set.of(
          "Producer",
          "Consumer",
          "Request",
          "Select",
          "Case",
          "Otherwise",
          "Close",
          "Workers",
          "Buffer",
          "Broadcast");

  private static final String PACKAGE = RuntimeNames.API + ".annotation.";

  /** What both compilers put in the place of a value that they could not compute: a literal. */
  private static final String ERROR = "<error>";

  private final Predicate<Element> inClassFile;

  MissingConstants(Predicate<Element> inClassFile) {
    this.inClassFile = inClassFile;
  }

  /** What is missing on a method or on one of its parameters. */
  @Nullable String inMethod(ExecutableElement method) {
    String missing = on(method);
    for (Element parameter : method.getParameters()) {
      missing = missing == null ? on(parameter) : missing;
    }
    return missing;
  }

  /** What is missing in the annotations of the element itself. */
  @Nullable String on(Element element) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      String missing = in(mirror, element);
      if (missing != null) {
        return missing;
      }
    }
    return null;
  }

  private @Nullable String in(AnnotationMirror mirror, Element annotated) {
    String name = mirror.getAnnotationType().asElement().getSimpleName().toString();
    if (mirror.getAnnotationType().getKind() == TypeKind.ERROR) {
      // A library may be annotated with what its users need not have: another one's @Select, say.
      return SIMPLE_NAMES.contains(name) && !inClassFile.test(annotated) ? name : null;
    }
    return isOurs(mirror)
            && mirror.getElementValues().values().stream().anyMatch(MissingConstants::isMissing)
        ? "a constant in @" + name
        : null;
  }

  private static boolean isOurs(AnnotationMirror mirror) {
    return mirror.getAnnotationType().asElement() instanceof TypeElement type
        && type.getQualifiedName().toString().startsWith(PACKAGE);
  }

  /** Whether it is the compilers' own text, and not an equal one that the source has. */
  @SuppressWarnings("ReferenceEquality") // Nothing else tells the two apart in ECJ.
  private static boolean isMissing(AnnotationValue value) {
    if (value.getValue() instanceof List<?> many) {
      return many.stream().anyMatch(one -> isMissing((AnnotationValue) one));
    }
    if (value.getValue() instanceof AnnotationMirror nested) {
      return nested.getElementValues().values().stream().anyMatch(MissingConstants::isMissing);
    }
    return value.getValue() == ERROR;
  }
}
