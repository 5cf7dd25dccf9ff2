package dev.millrace.processor.model;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/**
 * A method as the topology or the stage class has it.
 *
 * <p>If unrelated supertypes declare it, its result is the narrowest of theirs, and it throws only
 * what all of them allow: that is what an implementation may do.
 *
 * @param element the declaration, perhaps in a fragment or a superclass
 * @param type its signature as a member of the topology or the stage class: in a topology that
 *     extends {@code Ports<Integer>}, the {@code T} of the fragment is {@code Integer} here
 * @param result what it returns, as a member of the topology
 * @param thrown the exceptions that it declares
 */
public record Method(
    ExecutableElement element,
    ExecutableType type,
    TypeMirror result,
    List<? extends TypeMirror> thrown) {

  /** A method that is declared once. */
  public Method(ExecutableElement element, ExecutableType type) {
    this(element, type, type.getReturnType(), type.getThrownTypes());
  }

  /** Copies the list. */
  public Method {
    thrown = List.copyOf(thrown);
  }

  /** The name, without parameters. */
  public String name() {
    return element.getSimpleName().toString();
  }

  /** Whether there is no body. */
  public boolean isAbstract() {
    return element.getModifiers().contains(Modifier.ABSTRACT);
  }
}
