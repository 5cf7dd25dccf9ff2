package dev.millrace.processor.read;

import dev.millrace.processor.read.Annotations.Named;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a method and the channels that Millrace's annotations name on it.
 *
 * @param index its place among the parameters, from 0
 * @param type its type, as a member of the topology or the stage class
 */
record AnnotatedParameter(
    VariableElement element,
    int index,
    TypeMirror type,
    @Nullable Named producer,
    @Nullable Named consumer) {

  boolean isAnnotated() {
    return producer != null || consumer != null;
  }
}
