package dev.millrace.processor.report;

import dev.millrace.processor.model.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/**
 * How one message spells methods and types: as people say them, {@code next()} and {@code
 * List<Order>}, with packages only where two types of the message share a simple name.
 *
 * <p>Never by {@code toString()} of an element or a type, which javac and ECJ print differently.
 */
final class Spelling {

  /** The qualified names met so far, by simple name. */
  private final Map<String, Set<String>> met = new HashMap<>();

  private Spelling() {}

  /** Spells the details of one message so that they can be told apart. */
  static String[] of(Object... details) {
    Spelling spelling = new Spelling();
    // The first pass meets all types; only then is it known which simple names are ambiguous.
    List.of(details).forEach(spelling::spell);
    return List.of(details).stream().map(spelling::spell).toArray(String[]::new);
  }

  /** {@code Ports.put(T)}: names a method or type outside the place a message points at. */
  static String withOwner(Object element) {
    Spelling spelling = new Spelling();
    return switch (element) {
      case ExecutableElement method ->
          spelling.spell(around(method)) + "." + spelling.spell(method);
      case VariableElement variable -> withOwner(around(variable));
      case TypeElement type when type.getEnclosingElement() instanceof TypeElement owner ->
          spelling.spell(owner) + "." + spelling.spell(type);
      default -> spelling.spell(element);
    };
  }

  private static Element around(Element member) {
    return Objects.requireNonNull(member.getEnclosingElement());
  }

  private String spell(Object detail) {
    return switch (detail) {
      case Method method -> method(method.element());
      case ExecutableElement method -> method(method);
      case TypeElement type -> name(type);
      case VariableElement parameter -> parameter.getSimpleName().toString();
      case TypeMirror type -> type(type);
      case List<?> many -> all(many);
      default -> String.valueOf(detail);
    };
  }

  /** {@code a(), b() and c()}. */
  private String all(List<?> details) {
    List<String> spelt = details.stream().map(this::spell).toList();
    int last = spelt.size() - 1;
    return last < 1
        ? String.join("", spelt)
        : String.join(", ", spelt.subList(0, last)) + " and " + spelt.get(last);
  }

  private String method(ExecutableElement method) {
    int last = method.getParameters().size() - 1;
    StringBuilder text = new StringBuilder(method.getSimpleName()).append('(');
    for (int index = 0; index <= last; index++) {
      TypeMirror type = method.getParameters().get(index).asType();
      text.append(index == 0 ? "" : ", ");
      if (index == last && method.isVarArgs() && type instanceof ArrayType array) {
        text.append(type(array.getComponentType())).append("...");
      } else {
        text.append(type(type));
      }
    }
    return text.append(')').toString();
  }

  private String type(TypeMirror type) {
    return switch (type.getKind()) {
      case DECLARED, ERROR -> declared((DeclaredType) type);
      case ARRAY -> type(((ArrayType) type).getComponentType()) + "[]";
      case TYPEVAR -> ((TypeVariable) type).asElement().getSimpleName().toString();
      case WILDCARD -> wildcard((WildcardType) type);
      case INTERSECTION ->
          ((IntersectionType) type)
              .getBounds().stream().map(this::type).collect(Collectors.joining(" & "));
      default -> type.getKind().name().toLowerCase(Locale.ROOT);
    };
  }

  private String declared(DeclaredType type) {
    String name = name((TypeElement) type.asElement());
    if (type.getTypeArguments().isEmpty()) {
      return name;
    }
    return type.getTypeArguments().stream()
        .map(this::type)
        .collect(Collectors.joining(", ", name + "<", ">"));
  }

  private String wildcard(WildcardType wildcard) {
    if (wildcard.getExtendsBound() != null) {
      return "? extends " + type(wildcard.getExtendsBound());
    }
    return wildcard.getSuperBound() == null ? "?" : "? super " + type(wildcard.getSuperBound());
  }

  private String name(TypeElement type) {
    String simple = type.getSimpleName().toString();
    String qualified = type.getQualifiedName().toString();
    Set<String> namesakes = met.computeIfAbsent(simple, name -> new TreeSet<>());
    namesakes.add(qualified);
    return namesakes.size() == 1 ? simple : qualified;
  }
}
