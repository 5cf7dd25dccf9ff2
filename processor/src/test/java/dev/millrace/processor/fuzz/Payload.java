package dev.millrace.processor.fuzz;

import java.util.List;

/**
 * What a channel of the fuzz carries. In these texts {@code {T}} stands for a type variable, {@code
 * {types}} for the place of the types in {@link OwnTypes} and {@code {odd}} for one of their names.
 *
 * @param carried the type that both ends can agree on
 * @param narrower a type that can be put as well
 * @param wider a type that can be taken as well
 */
record Payload(String carried, String narrower, String wider) {

  /** No value at all. */
  static final Payload SIGNAL = new Payload("void", "void", "void");

  static final List<Payload> PLAIN =
      List.of(
          new Payload("java.lang.String", "java.lang.String", "java.lang.CharSequence"),
          new Payload("java.lang.Integer", "int", "java.lang.Number"),
          new Payload("long", "java.lang.Long", "java.lang.Object"),
          new Payload("boolean", "java.lang.Boolean", "java.lang.Object"),
          new Payload("char", "char", "java.lang.Comparable<java.lang.Character>"),
          new Payload("byte", "java.lang.Byte", "byte"),
          new Payload("double", "double", "double"),
          new Payload("int[]", "int[]", "java.lang.Object"),
          new Payload("java.lang.String[][]", "java.lang.String[][]", "java.lang.Object[]"),
          new Payload(
              "java.util.List<java.lang.String>",
              "java.util.ArrayList<java.lang.String>",
              "java.util.Collection<? extends java.lang.CharSequence>"),
          new Payload(
              "java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>",
              "java.util.TreeMap<java.lang.String, java.util.List<? extends java.lang.Number>>",
              "java.util.Map<java.lang.String, ?>"),
          new Payload("java.util.List<?>", "java.util.List<int[]>", "java.util.Collection<?>"),
          new Payload(
              "java.util.List<? super java.lang.Integer>",
              "java.util.List<java.lang.Number>",
              "java.lang.Object"),
          new Payload("java.util.List<?>[]", "java.util.List<?>[]", "java.lang.Object"),
          new Payload("java.lang.Class<?>", "java.lang.Class<?>", "java.lang.reflect.Type"),
          new Payload("java.lang.Runnable", "java.lang.Thread", "java.lang.Object"),
          new Payload("java.time.Instant", "java.time.Instant", "java.time.temporal.Temporal"),
          new Payload(
              "java.util.Map.Entry<java.lang.String, int[]>",
              "java.util.AbstractMap.SimpleEntry<java.lang.String, int[]>",
              "java.util.Map.Entry<?, ?>"));

  /** Types that are declared beside the topology or in it. */
  static final List<Payload> OWN =
      List.of(
          new Payload("{types}.Item", "{types}.Special", "{types}.Thing"),
          new Payload("{types}.Kind", "{types}.Kind", "java.lang.Enum<{types}.Kind>"),
          new Payload("{types}.Box<{types}.Item>", "{types}.Box<{types}.Item>", "{types}.Box<?>"),
          new Payload("{types}.Thing", "{types}.Special", "java.lang.Object"),
          new Payload("{types}.Box<?>[]", "{types}.Box<?>[]", "java.lang.Object"),
          new Payload(
              "{types}.Host<java.lang.String>.Part",
              "{types}.Host<java.lang.String>.Part",
              "{types}.Host<? extends java.lang.CharSequence>.Part"),
          new Payload("{types}.{odd}", "{types}.{odd}", "java.lang.Object"),
          new Payload("{types}.Old", "{types}.Old", "java.lang.Object"),
          new Payload(
              "java.util.List<{types}.Old>", "java.util.List<{types}.Old>", "java.util.List"),
          new Payload("java.util.List", "java.util.ArrayList", "java.util.Collection"),
          new Payload("java.lang.@{types}.Mark String", "java.lang.String", "java.lang.Object"),
          new Payload(
              "java.util.List<java.lang.@{types}.Mark String>",
              "java.util.List<java.lang.String>",
              "java.lang.Object"));

  /** Types that mention the type variable. */
  static final List<Payload> GENERIC =
      List.of(
          new Payload("{T}", "{T}", "java.lang.Object"),
          new Payload(
              "java.util.List<{T}>", "java.util.List<{T}>", "java.util.List<? extends {T}>"),
          new Payload(
              "java.util.List<? extends {T}[]>", "java.util.List<{T}[]>", "java.lang.Object"),
          new Payload("{types}.Box<{T}>", "{types}.Box<{T}>", "{types}.Box<?>"));

  boolean isSignal() {
    return equals(SIGNAL);
  }

  /** Whether only a type that has the variable may mention it. */
  boolean isGeneric() {
    return carried.contains("{T}");
  }

  /** The same as the argument of a generic type, which must be no primitive one. */
  static String boxed(String type) {
    return switch (type) {
      case "int" -> "java.lang.Integer";
      case "char" -> "java.lang.Character";
      case "boolean", "byte", "double", "long" ->
          "java.lang." + Character.toUpperCase(type.charAt(0)) + type.substring(1);
      case "void" -> "dev.millrace.Signal";
      default -> type;
    };
  }
}
