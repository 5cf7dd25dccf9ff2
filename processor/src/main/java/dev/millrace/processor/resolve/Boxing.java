package dev.millrace.processor.resolve;

import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Channels carry objects, so a primitive type is taken for its box, and never widened. */
public final class Boxing {

  private final Types types;

  /** Boxes with the compiler's own table. */
  public Boxing(Types types) {
    this.types = types;
  }

  /** The type itself, or the box of a primitive type. */
  public TypeMirror box(TypeMirror type) {
    return type.getKind().isPrimitive() ? types.boxedClass((PrimitiveType) type).asType() : type;
  }
}
