package dev.millrace.processor.model;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/**
 * A method as the topology or the stage class has it.
 *
 * @param element the declaration, perhaps in a fragment or a superclass
 * @param type its signature as a member of the topology or the stage class: in a topology that
 *     extends {@code Ports<Integer>}, the {@code T} of the fragment is {@code Integer} here
 */
public record Method(ExecutableElement element, ExecutableType type) {

  /** The name, without parameters. */
  public String name() {
    return element.getSimpleName().toString();
  }

  /** The result, as a member of the topology. */
  public TypeMirror result() {
    return type.getReturnType();
  }

  /** Whether there is no body. */
  public boolean isAbstract() {
    return element.getModifiers().contains(Modifier.ABSTRACT);
  }
}
