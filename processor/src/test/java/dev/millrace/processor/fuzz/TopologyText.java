package dev.millrace.processor.fuzz;

import dev.millrace.processor.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One topology in the making, with everything that belongs to it, in a package of its own. */
final class TopologyText {

  /** What is around the topology. */
  enum Nesting {
    NONE,
    CLASS,
    INTERFACE,
    GENERIC_CLASS,
    TWO_CLASSES
  }

  /** Where the types of the values are. */
  enum Types {
    IN_TOPOLOGY,
    BESIDE,
    /** In a private class around them, so that only what is nested in the same class sees them. */
    PRIVATE
  }

  final String packageName;
  final TypeText topology;
  final List<TypeText> fragments = new ArrayList<>();
  final List<TypeText> stageClasses = new ArrayList<>();
  final List<String> stages = new ArrayList<>();
  final List<String> buffers = new ArrayList<>();
  Nesting nesting = Nesting.NONE;
  Types types = Types.BESIDE;
  String odd = "Odd";

  TopologyText(String packageName, TypeText topology) {
    this.packageName = packageName;
    this.topology = topology;
  }

  /** The types that may have ports and default methods. */
  List<TypeText> interfaces() {
    return Stream.concat(Stream.of(topology), fragments.stream()).toList();
  }

  List<TypeText> all() {
    return Stream.concat(interfaces().stream(), stageClasses.stream()).toList();
  }

  /** The interfaces where a port may mention these. */
  List<TypeText> interfacesFor(Payload... payloads) {
    return mentioning(interfaces(), payloads);
  }

  /** The types where a stage may mention these. */
  List<TypeText> typesFor(Payload... payloads) {
    return mentioning(all(), payloads);
  }

  private static List<TypeText> mentioning(List<TypeText> types, Payload... payloads) {
    return types.stream()
        .filter(
            type -> Stream.of(payloads).allMatch(payload -> TopologyText.canMention(type, payload)))
        .toList();
  }

  static boolean canMention(TypeText type, Payload payload) {
    return !payload.isGeneric() || !type.variable.isEmpty();
  }

  /** Adds a method, unless there is one that Java could not tell from it. */
  boolean add(TypeText type, MethodText method) {
    return !clashes(type, method) && type.methods.add(method);
  }

  private boolean clashes(TypeText type, MethodText method) {
    return relatives(type).stream()
        .flatMap(relative -> relative.methods.stream())
        .anyMatch(
            other ->
                other != method && other.resembles(method) && !(other.shared && method.shared));
  }

  /** The types that inherit from each other. */
  private List<TypeText> relatives(TypeText type) {
    return interfaces().contains(type) ? interfaces() : List.of(type);
  }

  /** Takes out what mistakes have made equal. */
  private void removeClashes() {
    for (TypeText type : all()) {
      for (MethodText method : List.copyOf(type.methods)) {
        if (clashes(type, method)) {
          type.methods.remove(method);
        }
      }
    }
  }

  /** The source files. Types that shared one would make javac warn wherever they are used. */
  List<SourceText> print() {
    removeClashes();
    String before =
        switch (nesting) {
          case NONE -> "";
          case CLASS -> "public class Around {\n";
          case INTERFACE -> "interface Around {\n";
          case GENERIC_CLASS -> "class Around<T, Channel> {\n";
          case TWO_CLASSES -> "class Around { protected static class Within {\n";
        };
    String after =
        switch (nesting) {
          case NONE -> "";
          case TWO_CLASSES -> "}}\n";
          default -> "}\n";
        };
    String hidden =
        types == Types.PRIVATE
            ? "private static class Types {\n" + ownTypes("static ") + "}\n"
            : "";
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        nesting == Nesting.NONE ? topology.name : "Around",
        before + annotatedTopology() + hidden + after);
    fragments.forEach(fragment -> files.put(fragment.name, fragment.print()));
    stageClasses.forEach(stageClass -> files.put(stageClass.name, stageClass.print()));
    if (types == Types.BESIDE) {
      files.put("Types", "interface Types {\n" + ownTypes("") + "}\n");
    }
    return files.entrySet().stream().map(file -> file(file.getKey(), file.getValue())).toList();
  }

  private SourceText file(String type, String text) {
    String filled = text.replace("{types}", typesName()).replace("{odd}", odd);
    return new SourceText(
        packageName + "/" + type + ".java", "package " + packageName + ";\n" + filled);
  }

  private String annotatedTopology() {
    StringBuilder text = new StringBuilder("@dev.millrace.annotation.Topology");
    if (!stages.isEmpty()) {
      text.append(
          stages.stream()
              .map(stage -> stage + ".class")
              .collect(Collectors.joining(", ", "(stages = {", "})")));
    }
    text.append('\n');
    buffers.forEach(buffer -> text.append(buffer).append('\n'));
    String types = this.types == Types.IN_TOPOLOGY ? ownTypes(nestedModifiers()) : "";
    String topologyText = topology.print();
    int end = topologyText.lastIndexOf('}');
    return text.append(topologyText, 0, end)
        .append(types)
        .append(topologyText.substring(end))
        .toString();
  }

  private String nestedModifiers() {
    return topology.isInterface() ? "" : "static ";
  }

  private String ownTypes(String modifiers) {
    return OwnTypes.declarations(odd, modifiers).stream()
        .map(line -> "  " + line + "\n")
        .collect(Collectors.joining());
  }

  /** The topology from anywhere. */
  String topologyName() {
    return switch (nesting) {
      case NONE -> packageName + "." + topology.name;
      case TWO_CLASSES -> packageName + ".Around.Within." + topology.name;
      default -> packageName + ".Around." + topology.name;
    };
  }

  private String typesName() {
    return switch (types) {
      case IN_TOPOLOGY -> topologyName();
      case BESIDE -> packageName + ".Types";
      case PRIVATE ->
          nesting == Nesting.TWO_CLASSES
              ? packageName + ".Around.Within.Types"
              : packageName + ".Around.Types";
    };
  }

  /** Names of top-level types, so that none is used twice. */
  Set<String> takenNames() {
    Set<String> names = new LinkedHashSet<>(List.of("Types", "Around", "Within", topology.name));
    names.add(topology.variable);
    all().forEach(type -> names.add(type.name));
    return names;
  }
}
