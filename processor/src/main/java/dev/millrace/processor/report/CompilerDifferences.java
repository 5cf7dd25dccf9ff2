package dev.millrace.processor.report;

import java.util.Objects;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Where javac and ECJ disagree about messages, each difference with its symptom and the safe side.
 *
 * <ul>
 *   <li><b>ECJ knows no position of a record</b> (its messager has no case for {@code
 *       ElementKind.RECORD}). Symptom: a message at a record, at its annotations or at its
 *       components has neither file nor line. Safe side: point at the nearest type around it.
 *   <li><b>The file of an element</b> is optional in the API. Symptom: {@code
 *       UnsupportedOperationException}. Safe side: treat the element as one of another file, whose
 *       position cannot be shown.
 *   <li><b>An annotation whose name is ambiguous</b> is of an erroneous type to javac; ECJ leaves
 *       it out. Symptom: in ECJ its method is one without annotations. Safe side: the same as if it
 *       had been forgotten.
 *   <li><b>javac finds no position inside a repeated annotation</b>, because the container exists
 *       only in its memory. Symptom: messages at one of several {@code @Buffer} point at the
 *       interface, while ECJ points at the value. Safe side: texts name the channel.
 *   <li><b>Permitted subclasses without a {@code permits} clause</b> are listed in source order by
 *       javac and by name by ECJ. Symptom: arms have another order. Safe side: sort them, and where
 *       the order matters, take ECJ's order of names for a clause that was left out.
 *   <li><b>ECJ points at the annotation for a value inside an array</b>, javac at the value. Safe
 *       side: the same, texts name the value.
 * </ul>
 */
final class CompilerDifferences {

  private final Elements elements;
  private final boolean ecj;

  CompilerDifferences(ProcessingEnvironment environment) {
    this.elements = environment.getElementUtils();
    this.ecj = environment.getClass().getName().startsWith("org.eclipse.jdt.");
  }

  /** Whether the compiler can show a message at the element, given that it knows its source. */
  boolean knowsPositionOf(Element element) {
    return !ecj || !isPartOfRecord(element);
  }

  /** Whether both were read from one source file. */
  boolean inSameSource(Element one, Element other) {
    return isInSource(one) && Objects.equals(fileOf(one), fileOf(other));
  }

  /** Whether the element was read from a source file. */
  boolean isInSource(Element element) {
    JavaFileObject file = fileOf(element);
    return file != null && file.getKind() == JavaFileObject.Kind.SOURCE;
  }

  /** Whether the element was read from a class file, as far as the compiler says where from. */
  boolean isInClassFile(Element element) {
    JavaFileObject file = fileOf(element);
    return file != null && file.getKind() == JavaFileObject.Kind.CLASS;
  }

  private @Nullable JavaFileObject fileOf(Element element) {
    try {
      return elements.getFileObjectOf(element);
    } catch (UnsupportedOperationException unknown) {
      return null;
    }
  }

  private static boolean isPartOfRecord(Element element) {
    ElementKind kind = element.getKind();
    return kind == ElementKind.RECORD
        || kind == ElementKind.RECORD_COMPONENT
        || (element.getEnclosingElement() != null
            && element.getEnclosingElement().getKind() == ElementKind.RECORD);
  }
}
