package dev.millrace.processor.resolve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/**
 * Prints a type as one would write it with imports: {@code Map<String, Shop.Order>}. A type's own
 * {@code toString} differs from compiler to compiler.
 */
public final class TypePrinter {

  private TypePrinter() {}

  /** The type, nested types with the types around them, without packages. */
  public static String print(TypeMirror type) {
    return switch (type.getKind()) {
      case DECLARED -> nestedName((DeclaredType) type) + arguments((DeclaredType) type);
      case ARRAY -> print(((ArrayType) type).getComponentType()) + "[]";
      case TYPEVAR -> ((TypeVariable) type).asElement().getSimpleName().toString();
      case WILDCARD -> wildcard((WildcardType) type);
      default -> type.getKind().name().toLowerCase(Locale.ROOT);
    };
  }

  /** The type alone, without its type arguments and without the types around it. */
  public static String printBriefly(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        ? ((DeclaredType) type).asElement().getSimpleName().toString()
        : print(type);
  }

  private static String nestedName(DeclaredType type) {
    Deque<String> names = new ArrayDeque<>();
    for (Element around = type.asElement();
        around instanceof TypeElement;
        around = around.getEnclosingElement()) {
      names.addFirst(around.getSimpleName().toString());
    }
    return String.join(".", names);
  }

  private static String arguments(DeclaredType type) {
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    return arguments.isEmpty()
        ? ""
        : arguments.stream().map(TypePrinter::print).collect(Collectors.joining(", ", "<", ">"));
  }

  private static String wildcard(WildcardType wildcard) {
    if (wildcard.getExtendsBound() != null) {
      return "? extends " + print(wildcard.getExtendsBound());
    }
    return wildcard.getSuperBound() != null ? "? super " + print(wildcard.getSuperBound()) : "?";
  }
}
