package dev.millrace.processor.selects;

import dev.millrace.processor.SourceText;
import java.util.List;
import java.util.stream.Stream;

/**
 * An interface with one actor.
 *
 * @param number makes its package
 * @param arms the arms, besides one for the first event
 * @param priority whether the first arm that is ready happens
 * @param results what the actor returns
 */
record ActorForm(int number, SelectForm arms, boolean priority, Results results) {

  /** What an actor may return, and what it then sends for an event. */
  enum Results {
    NONE("void", "script.happened(told(event));"),
    ONE("String", "return script.happened(told(event));"),
    OPTIONAL(
        "Optional<String>",
        "return Optional.of(script.happened(told(event))).filter(told -> told.length() % 2 == 0"
            + " && !told.equals(\"otherwise\"));"),
    STREAM(
        "Stream<String>",
        "String told = script.happened(told(event));"
            + " return told.equals(\"otherwise\") ? Stream.of() : Stream.of(told, told + '!');");

    final String type;
    final String body;

    Results(String type, String body) {
      this.type = type;
      this.body = body;
    }

    /** What comes of an event other than {@code @Otherwise}. */
    Stream<String> of(String told) {
      return switch (this) {
        case NONE -> Stream.of();
        case ONE -> Stream.of(told);
        case OPTIONAL -> told.length() % 2 == 0 ? Stream.of(told) : Stream.of();
        case STREAM -> Stream.of(told, told + '!');
      };
    }
  }

  String packageName() {
    return "actor" + number;
  }

  List<SourceText> sources() {
    boolean sends = results != Results.NONE;
    String form =
        "package "
            + packageName()
            + ";\n"
            + FormText.IMPORTS
            + FormText.WARNINGS
            + "@Topology(stages = Form.Stage.class)\n"
            + (sends ? "@Buffer(channel = \"out\", size = 64)\n" : "")
            + "public interface Form {\n"
            + FormText.event(arms, ActorScript.BEGIN)
            + FormText.ends(arms)
            + "  @Producer(\"begin\") Sender<Signal> begin();\n"
            + (sends ? "  @Consumer(\"out\") Receiver<String> out();\n" : "")
            + "  interface Stage {\n    "
            + (priority ? "@Select(priority = true) " : "@Select ")
            + (sends ? "@Producer(\"out\") " : "")
            + results.type
            + " on(Event event) throws InterruptedException;\n"
            + FormText.guards(arms, "    ", "();")
            + "  }\n}\n";
    String driver =
        "package "
            + packageName()
            + ";\n"
            + FormText.IMPORTS
            + "public final class Driver implements ActorDriver, Form.Stage {\n"
            + FormText.access(arms)
            + "  private final ActorScript script = new ActorScript();\n"
            + "  public Driver(StartOptions options) {"
            + " topology = FormTopology.start(options, this); }\n"
            + "  @Override public "
            + results.type
            + " on(Form.Event event) throws InterruptedException { "
            + results.body
            + " }\n"
            + FormText.guards(arms, "  @Override public ", "() { return GUARDS.ask(%d); }")
            + "  @Override public Sender<Signal> begin() { return topology.begin(); }\n"
            + "  @Override public Receiver<String> results() { return "
            + (sends ? "topology.out()" : "Receiver.never()")
            + "; }\n"
            + "  @Override public ActorScript script() { return script; }\n"
            + FormText.told(arms, ActorScript.BEGIN)
            + "}\n";
    return List.of(
        new SourceText(packageName() + "/Form.java", form),
        new SourceText(packageName() + "/Driver.java", driver));
  }

  @Override
  public String toString() {
    return "actor of " + arms + ", " + results + (priority ? ", priority" : "");
  }
}
