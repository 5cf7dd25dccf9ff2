package dev.millrace.processor.selects;

import dev.millrace.processor.SourceText;
import dev.millrace.processor.selects.SelectMethod.Style;
import java.util.ArrayList;
import java.util.List;

/**
 * An interface with every select port that can be declared over the same arms.
 *
 * @param number makes its package
 * @param arms the arms
 * @param handlers whether they are parameters, or records of a sealed event
 */
record PortForm(int number, SelectForm arms, boolean handlers) {

  String packageName() {
    return "port" + number;
  }

  List<SelectMethod> methods() {
    return SelectMethod.all(handlers, arms.otherwise());
  }

  List<SourceText> sources() {
    StringBuilder ports = new StringBuilder();
    StringBuilder calls = new StringBuilder();
    List<SelectMethod> methods = methods();
    for (int i = 0; i < methods.size(); i++) {
      SelectMethod method = methods.get(i);
      ports.append("  ").append(declaration(i, method)).append('\n');
      calls.append("      case ").append(i).append(" -> ").append(call(i, method)).append("\n");
    }
    String form =
        "package "
            + packageName()
            + ";\n"
            + FormText.IMPORTS
            + FormText.WARNINGS
            + FormText.broadcasts(arms)
            + "@Topology\npublic interface Form {\n"
            + (handlers ? "" : FormText.event(arms, "", ""))
            + FormText.ends(arms)
            + rests()
            + ports
            + FormText.guards(arms, "  default ", "() { return Driver.GUARDS.ask(%d); }")
            + "}\n";
    String driver =
        "package "
            + packageName()
            + ";\n"
            + FormText.IMPORTS
            + "public final class Driver implements PortDriver {\n"
            + FormText.access(arms, "static")
            + "  public Driver(StartOptions options) { topology = FormTopology.start(options); }\n"
            + "  @Override public String select(int method, Duration patience)"
            + " throws InterruptedException {\n"
            + (handlers ? "    StringBuilder told = new StringBuilder();\n" : "")
            + "    switch (method) {\n"
            + calls
            + "      default -> throw new IllegalArgumentException();\n"
            + "    }\n"
            + (handlers ? "    return told.toString();\n" : "")
            + "  }\n"
            + takingRests()
            + (handlers ? "" : FormText.told(arms, ""))
            + "}\n";
    return List.of(
        new SourceText(packageName() + "/Form.java", form),
        new SourceText(packageName() + "/Driver.java", driver));
  }

  /**
   * On a broadcast the select ports share their subscription with another one. Beside them, and
   * beside the view that each broadcast has, there is a stage that has ended early.
   */
  private String rests() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < arms.channels().size(); i++) {
      if (arms.channels().get(i).broadcast()) {
        String type = arms.channels().get(i).kind().typeOn(i);
        text.append("  @Consumer(\"c%d\") Received<%s> rest%d();\n".formatted(i, type, i))
            .append("  @Consumer(\"c%d\") default void leave%d(".formatted(i, i))
            .append("Receiver<%s> values) {}\n".formatted(type));
      }
    }
    return text.toString();
  }

  private String takingRests() {
    StringBuilder cases = new StringBuilder();
    for (int i = 0; i < arms.channels().size(); i++) {
      if (arms.channels().get(i).broadcast()) {
        cases.append("case %d -> topology.rest%d(); ".formatted(i, i));
      }
    }
    return cases.isEmpty()
        ? ""
        : "  @Override public Received<?> rest(int channel) { return switch (channel) { "
            + cases
            + "default -> throw new IllegalArgumentException(); }; }\n";
  }

  private String declaration(int index, SelectMethod method) {
    List<String> parameters = new ArrayList<>();
    if (handlers) {
      arms.arms().forEach(arm -> parameters.add(handler(arm)));
      if (arms.otherwise()) {
        parameters.add("@Otherwise Runnable otherwise");
      }
    } else {
      for (int i = 0; i < arms.channels().size(); i++) {
        if (arms.channels().get(i).kind().takesOffer()) {
          parameters.add("@Producer(\"c" + i + "\") Integer offer" + i);
        }
      }
    }
    if (method.timed()) {
      parameters.add(parameters.size() / 2, "Duration patience");
    }
    String result =
        switch (method.style()) {
          case EVENT -> "Event";
          case OPTIONAL -> "Optional<Event>";
          case HANDLERS -> "void";
        };
    return (method.priority() ? "@Select(priority = true) " : "@Select ")
        + result
        + " m"
        + index
        + "("
        + String.join(", ", parameters)
        + ")"
        + (method.declares() ? " throws InterruptedException;" : ";");
  }

  /** Functional interfaces of every kind that can be called with the value. */
  private static String handler(ArmForm arm) {
    boolean numbered = !FormText.told(arm).endsWith("\"");
    String type =
        !numbered
            ? "Runnable"
            : switch (arm.channel() % 3) {
              case 0 -> "Handler<Integer>";
              case 1 -> "java.util.function.Consumer<? super Integer>";
              default -> "java.util.function.IntConsumer";
            };
    return arm.annotation() + " " + type + " on" + arm.record();
  }

  private String call(int index, SelectMethod method) {
    List<String> arguments = new ArrayList<>();
    if (handlers) {
      for (ArmForm arm : arms.arms()) {
        String told = FormText.told(arm);
        arguments.add((told.endsWith("\"") ? "()" : "number") + " -> told.append(" + told + ")");
      }
      if (arms.otherwise()) {
        arguments.add("() -> told.append(\"otherwise\")");
      }
    } else {
      for (int i = 0; i < arms.channels().size(); i++) {
        if (arms.channels().get(i).kind().takesOffer()) {
          arguments.add(String.valueOf(Numbers.offered(i)));
        }
      }
    }
    if (method.timed()) {
      arguments.add(arguments.size() / 2, "patience");
    }
    String call = "topology.m" + index + "(" + String.join(", ", arguments) + ")";
    return method.style() == Style.EVENT
        ? "{ return told(" + call + "); }"
        : method.style() == Style.OPTIONAL
            ? "{ return " + call + ".map(Driver::told).orElse(\"empty\"); }"
            : call + ";";
  }

  @Override
  public String toString() {
    return (handlers ? "handlers of " : "event of ") + arms;
  }
}
