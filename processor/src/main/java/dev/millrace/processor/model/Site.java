package dev.millrace.processor.model;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact was written, for messages.
 *
 * @param element the method, parameter or type
 * @param annotation the annotation that says it, if one does
 * @param value the very value inside the annotation, if it was written out
 */
public record Site(
    Element element, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value) {

  /** A fact that the declaration itself states. */
  public static Site of(Element element) {
    return new Site(element, null, null);
  }
}
