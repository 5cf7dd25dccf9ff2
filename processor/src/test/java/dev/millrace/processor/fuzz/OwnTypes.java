package dev.millrace.processor.fuzz;

import java.util.List;

/** The types that a topology of the fuzz has for its values. */
final class OwnTypes {

  private OwnTypes() {}

  /** The declarations, as members of an interface or, with {@code static}, of a class. */
  static List<String> declarations(String odd, String modifiers) {
    return List.of(
        modifiers + "interface Thing {}",
        modifiers + "class Item implements Thing {}",
        modifiers + "final class Special extends Item {}",
        modifiers + "enum Kind { GOOD, BAD }",
        modifiers + "record Box<E>(E content) {}",
        modifiers + "class Host<E> { " + "public class Part {} }",
        modifiers + "final class " + odd + " {}",
        "@java.lang.Deprecated " + modifiers + "class Old {}",
        modifiers
            + "class Broken extends java.lang.Exception {"
            + " private static final long serialVersionUID = 1; }",
        "@java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE) "
            + modifiers
            + "@interface Mark {}");
  }
}
