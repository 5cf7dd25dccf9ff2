package dev.millrace.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A method in the making: grammar and mistakes change its parts until it is printed. */
final class MethodText {

  /** Where a body may stand, and what then stands before the method. */
  enum In {
    INTERFACE,
    CLASS,
    ABSTRACT_CLASS
  }

  final List<String> annotations = new ArrayList<>();
  final List<String> parameters = new ArrayList<>();
  final List<String> thrown = new ArrayList<>();
  String modifier = "";
  String variables = "";
  String result;
  String name;
  boolean body;

  /** Whether another type has the same method on purpose. */
  boolean shared;

  MethodText(String name, String result, boolean body) {
    this.name = name;
    this.result = result;
    this.body = body;
  }

  MethodText annotated(String simpleName, Object value) {
    annotations.add("@dev.millrace.annotation." + simpleName + "(" + value + ")");
    return this;
  }

  MethodText taking(String parameter) {
    parameters.add(parameter);
    return this;
  }

  /** Whether an annotation of Millrace stands on it or on a parameter. */
  boolean isAnnotated() {
    return !annotations.isEmpty() || isAnnotatedInParameters();
  }

  boolean isAnnotatedInParameters() {
    return parameters.stream().anyMatch(parameter -> parameter.startsWith("@dev.millrace"));
  }

  /** Whether Java could not tell the two apart in one type, or does not say so easily. */
  boolean resembles(MethodText other) {
    return name.equals(other.name)
        && parameters.size() == other.parameters.size()
        && (mentions("{T}") || other.mentions("{T}") || erasure().equals(other.erasure()));
  }

  boolean mentions(String type) {
    return result.contains(type)
        || parameters.stream().anyMatch(parameter -> parameter.contains(type));
  }

  private String erasure() {
    return parameters.stream()
        .map(parameter -> withoutAnnotation(parameter).replaceAll("<.*>", ""))
        .map(type -> type.replaceAll("@\\S+ ", "").replace("...", "[]"))
        .collect(Collectors.joining(","));
  }

  /** The type of a parameter, whatever its annotation says in its brackets. */
  static String withoutAnnotation(String parameter) {
    return parameter.replaceAll("^@[\\w.]+(\\([^)]*\\))? ", "");
  }

  String print(In in) {
    StringBuilder text = new StringBuilder("  ");
    annotations.forEach(annotation -> text.append(annotation).append(' '));
    boolean withBody = body || !modifier.isEmpty() || in == In.CLASS;
    if (!modifier.isEmpty()) {
      text.append(modifier).append(' ');
    } else if (in == In.INTERFACE) {
      text.append(withBody ? "default " : "");
    } else {
      text.append(name.equals("toString") ? "public " : "").append(withBody ? "" : "abstract ");
    }
    text.append(variables).append(result).append(' ').append(name).append('(');
    for (int i = 0; i < parameters.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(parameters.get(i)).append(" p").append(i);
    }
    text.append(')');
    if (!thrown.isEmpty()) {
      text.append(" throws ").append(String.join(", ", thrown));
    }
    return text.append(withBody ? " { throw new java.lang.IllegalStateException(); }" : ";")
        .append('\n')
        .toString();
  }
}
