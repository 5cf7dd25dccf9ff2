package dev.millrace.processor.fuzz;

import dev.millrace.processor.fuzz.TopologyText.Nesting;
import dev.millrace.processor.fuzz.TopologyText.Types;
import java.util.List;
import java.util.regex.Matcher;

/** Breaks a topology in the ways people do, and in ways nobody would. It remains Java. */
final class Mistakes {

  private static final List<String> ANNOTATIONS =
      List.of(
          "Producer(\"{c}\")",
          "Consumer(\"{c}\")",
          "Close(\"{c}\")",
          "Request(\"{c}\")",
          "Select",
          "Workers(2)",
          "Workers(value = 2, ordered = true)");

  private static final List<String> RESULTS =
      List.of(
          "void",
          "boolean",
          "int",
          "java.lang.Object",
          "java.lang.String",
          "java.lang.Void",
          "java.util.Optional<java.lang.String>",
          "java.util.Optional",
          "java.util.Optional<java.util.Optional<int[]>>",
          "java.util.stream.Stream<?>",
          "java.util.stream.IntStream",
          "java.lang.Iterable<? super java.lang.Integer>",
          "java.lang.Iterable",
          "java.util.concurrent.Future<java.lang.String>",
          "dev.millrace.Received<java.lang.String>",
          "dev.millrace.Sender<java.lang.String>",
          "dev.millrace.Receiver<?>",
          "dev.millrace.Signal",
          "{types}.Item",
          "{types}.Kind");

  private static final List<String> PARAMETERS =
      List.of(
          "int",
          "long",
          "java.lang.String",
          "java.lang.Object",
          "java.lang.Void",
          "java.time.Duration",
          "dev.millrace.Sender",
          "dev.millrace.Receiver",
          "dev.millrace.Sender<? extends java.lang.String>",
          "dev.millrace.Receiver<? super java.lang.String>",
          "dev.millrace.Receiver<?>",
          "dev.millrace.Receiver<dev.millrace.Receiver<int[]>>",
          "dev.millrace.Channel<java.lang.String>",
          "java.util.Optional<java.lang.String>",
          "{types}.Special",
          "{types}.{odd}[]",
          "@dev.millrace.annotation.Consumer(\"orders\") dev.millrace.Receiver<java.lang.String>",
          "@dev.millrace.annotation.Producer(\"run\") dev.millrace.Sender<java.lang.String>",
          "@dev.millrace.annotation.Producer(\"run\") java.lang.String",
          "@dev.millrace.annotation.Case(\"orders\") java.lang.Runnable",
          "@dev.millrace.annotation.Otherwise java.lang.Runnable");

  private final Dice dice;
  private final TopologyText text;

  Mistakes(Dice dice, TopologyText text) {
    this.dice = dice;
    this.text = text;
  }

  void makeOne() {
    List<MethodText> annotated =
        text.all().stream()
            .flatMap(type -> type.methods.stream())
            .filter(method -> method.isAnnotated() && !method.shared)
            .toList();
    if (annotated.isEmpty() || dice.oneIn(4)) {
      breakTopology();
    } else {
      breakMethod(dice.of(annotated));
    }
  }

  private void breakMethod(MethodText method) {
    switch (dice.below(14)) {
      case 0 -> rename(method, dice.of(Words.BAD_CHANNELS));
      case 1 -> rename(method, dice.of("order", "my-job", "runs", "class", "orders"));
      case 2 -> removeAnnotation(method);
      case 3 -> annotate(method);
      case 4 -> method.parameters.add(dice.of(PARAMETERS));
      case 5 -> method.result = dice.of(RESULTS);
      case 6 ->
          method.modifier =
              method.mentions("{T}") ? "private" : dice.of("static", "private", "private static");
      case 7 -> method.variables = dice.of("<S> ", "<S extends java.lang.Comparable<S>> ");
      case 8 -> method.parameters.add(dice.of("int...", "java.lang.String..."));
      case 9 -> method.body = !method.body;
      case 10 -> method.name = dice.of(Words.TAKEN_METHODS);
      case 11 -> method.thrown.add(dice.of("java.io.IOException", "java.lang.Throwable"));
      case 12 -> replaceParameter(method);
      default -> {
        method.annotations.removeIf(annotation -> annotation.contains("Workers"));
        method.annotated("Workers", dice.of(-1, 0, 2, 2));
      }
    }
    repair(method);
  }

  private void removeAnnotation(MethodText method) {
    if (method.annotations.isEmpty()) {
      method.parameters.replaceAll(MethodText::withoutAnnotation);
    } else {
      method.annotations.remove(dice.below(method.annotations.size()));
    }
  }

  /** Java wants {@code toString()} and its like to return what they return everywhere. */
  private static void repair(MethodText method) {
    if (method.name.equals("toString") && method.parameters.isEmpty()) {
      method.result = "java.lang.String";
      method.thrown.clear();
      method.modifier = "";
      method.body = false;
      method.variables = "";
    }
    if (method.name.equals("close") && method.parameters.isEmpty()) {
      method.parameters.add("int");
    }
    for (int i = 0; i < method.parameters.size() - 1; i++) {
      method.parameters.set(i, method.parameters.get(i).replace("...", "[]"));
    }
  }

  private void rename(MethodText method, String channel) {
    method.annotations.replaceAll(
        annotation ->
            annotation.replaceAll("\"[^)]*\"", Matcher.quoteReplacement('"' + channel + '"')));
  }

  private void annotate(MethodText method) {
    String annotation = dice.of(ANNOTATIONS);
    String simpleName = annotation.replaceAll("\\(.*", "");
    if (method.annotations.stream().noneMatch(other -> other.contains(simpleName))) {
      method.annotations.add(
          "@dev.millrace.annotation." + annotation.replace("{c}", dice.of("orders", "run", "new")));
    }
  }

  private void replaceParameter(MethodText method) {
    method.parameters.clear();
    method.parameters.add(dice.of(PARAMETERS));
  }

  private void breakTopology() {
    TypeText topology = text.topology;
    switch (dice.below(14)) {
      case 0 -> {
        // What extends a sealed one must remain an interface.
        if (!topology.head.contains("sealed")) {
          topology.head = text.nesting == Nesting.NONE ? "abstract class" : "static abstract class";
        }
      }
      case 1 -> hideTypes();
      case 2 -> text.add(topology, new MethodText(dice.of(Words.METHODS), dice.of(RESULTS), false));
      case 3 -> buffer(dice.of("nothing", "", "class"), dice.of(-1, 3));
      case 4 -> makeStageClassGeneric();
      case 5 -> text.stages.addAll(List.copyOf(text.stages));
      case 6 -> addStageClass(dice.of("java.lang.String", "java.lang.Runnable", "int[]", "void"));
      case 7 -> conflict();
      case 8 -> seal();
      case 9 -> text.add(topology, wild(topology));
      case 10 -> {
        TypeText type = dice.of(text.all());
        text.add(type, wild(type));
      }
      case 11 -> {
        if (!topology.methods.isEmpty()) {
          topology.methods.remove(dice.below(topology.methods.size()));
        }
      }
      case 12 -> addUnevenSupertypes();
      default -> nestStageClass();
    }
    if (!topology.isInterface()) {
      toClass();
    }
  }

  private void toClass() {
    TypeText topology = text.topology;
    topology.supertypes.removeIf(name -> name.contains("able"));
    topology.methods.forEach(
        method -> method.modifier = method.body ? "public" : "public abstract");
    topology.methods.removeIf(method -> !method.body);
  }

  /** Types that only the nesting class sees: the topology may mention them, its class may not. */
  private void hideTypes() {
    boolean alone = text.fragments.isEmpty() && text.stageClasses.isEmpty();
    if (alone && (text.nesting == Nesting.CLASS || text.nesting == Nesting.TWO_CLASSES)) {
      text.types = Types.PRIVATE;
    }
  }

  private void buffer(String channel, int size) {
    text.buffers.add(
        "@dev.millrace.annotation.Buffer(channel = \"" + channel + "\", size = " + size + ")");
  }

  private void makeStageClassGeneric() {
    text.stageClasses.forEach(
        stageClass -> {
          stageClass.variables = dice.of("<E>", "<E extends java.lang.Number>");
          stageClass.methods.stream()
              .filter(method -> method.modifier.isEmpty())
              .findFirst()
              .ifPresent(method -> method.parameters.add("E"));
        });
  }

  private void addStageClass(String type) {
    text.stages.add(type);
  }

  /** Two supertypes with the same method, which say different things about it. */
  private void conflict() {
    if (text.topology.supertypes.contains(text.packageName + ".Left")) {
      return;
    }
    for (String name : List.of("Left", "Right")) {
      TypeText side = new TypeText("interface", name);
      MethodText method = new MethodText("common", "void", false).taking("java.lang.String");
      method.shared = true;
      side.methods.add(
          method.annotated(
              dice.of("Producer", "Consumer", "Request"), "\"" + dice.of("orders", "run") + "\""));
      text.fragments.add(side);
      text.topology.supertypes.add(text.packageName + "." + name);
    }
  }

  /** Two supertypes with the same port, whose results and exceptions are not the same. */
  private void addUnevenSupertypes() {
    if (text.topology.supertypes.contains(text.packageName + ".Left")) {
      return;
    }
    List<String> results =
        dice.of(
            List.of("java.lang.Object", "java.lang.String"),
            List.of("java.util.List<java.lang.String>", "java.util.Collection<java.lang.String>"),
            List.of("java.lang.String", "java.lang.String"));
    for (int i = 0; i < 2; i++) {
      TypeText side = new TypeText("interface", List.of("Left", "Right").get(i));
      MethodText method = new MethodText("common", results.get(i), false);
      method.shared = true;
      if (dice.oneIn(2)) {
        method.thrown.add("java.lang.InterruptedException");
      }
      side.methods.add(dice.oneIn(4) ? method : method.annotated("Consumer", "\"common\""));
      text.fragments.add(side);
      text.topology.supertypes.add(text.packageName + "." + side.name);
    }
    MethodText put = new MethodText("putCommon", "void", false).annotated("Producer", "\"common\"");
    text.add(text.topology, put.taking(dice.of(results)));
  }

  private void seal() {
    if (text.topology.isInterface() && !text.topology.head.contains("sealed")) {
      text.topology.head = text.topology.head.replace("interface", "sealed interface");
      String variables = text.topology.variables;
      String arguments =
          variables.contains(", X") ? "<{T}, X>" : variables.isEmpty() ? "" : "<{T}>";
      text.topology.others.add(
          "non-sealed interface Open"
              + variables
              + " extends "
              + text.topologyName()
              + arguments
              + " {}");
    }
  }

  private void nestStageClass() {
    if (text.nesting == Nesting.NONE) {
      text.topology.others.add(
          "class Nested { @dev.millrace.annotation.Consumer(\"orders\") "
              + dice.of("private ", "protected ", "static ", "")
              + "void work(java.lang.Object o) {} }");
      text.stages.add(text.topologyName() + ".Nested");
    }
  }

  /** Any annotations on any signature. */
  private MethodText wild(TypeText type) {
    MethodText method = new MethodText("wild", dice.of(RESULTS), dice.oneIn(2));
    for (int i = dice.below(3); i > 0; i--) {
      annotate(method);
    }
    for (int i = dice.below(3); i > 0; i--) {
      method.parameters.add(dice.of(PARAMETERS));
    }
    if (dice.oneIn(5)) {
      method.thrown.add(dice.of("java.lang.InterruptedException", "java.io.IOException"));
    }
    if (type.head.equals("class") || type.head.equals("final class")) {
      method.body = true;
    }
    return method;
  }
}
