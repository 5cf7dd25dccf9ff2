package dev.millrace.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/** A type in the making: the topology itself, a fragment or a stage class. */
final class TypeText {

  final List<String> annotations = new ArrayList<>();
  final List<String> supertypes = new ArrayList<>();
  final List<MethodText> methods = new ArrayList<>();

  /** Constants, nested types and methods that nobody changes. */
  final List<String> others = new ArrayList<>();

  /** All before the name. */
  String head;

  String name;

  /** The type variables with their brackets, or nothing. */
  String variables = "";

  /** What {@code {T}} is in this type; nothing if such types cannot be mentioned here. */
  String variable = "";

  TypeText(String head, String name) {
    this.head = head;
    this.name = name;
  }

  String print() {
    StringBuilder text = new StringBuilder();
    annotations.forEach(annotation -> text.append(annotation).append('\n'));
    text.append(head).append(' ').append(name).append(variables);
    if (!supertypes.isEmpty()) {
      text.append(isInterface() ? " extends " : " implements ")
          .append(String.join(", ", supertypes));
    }
    text.append(" {\n");
    others.forEach(other -> text.append("  ").append(other).append('\n'));
    methods.forEach(method -> text.append(method.print(place())));
    return text.append("}\n").toString().replace("{T}", variable);
  }

  boolean isInterface() {
    return head.endsWith("interface");
  }

  private MethodText.In place() {
    if (isInterface()) {
      return MethodText.In.INTERFACE;
    }
    return head.endsWith("abstract class") ? MethodText.In.ABSTRACT_CLASS : MethodText.In.CLASS;
  }
}
