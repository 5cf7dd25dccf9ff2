package dev.millrace.processor.selects;

import dev.millrace.processor.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An interface with one actor.
 *
 * @param number makes its package
 * @param arms the arms, besides one for the first event
 * @param variant what else there is to choose
 */
record ActorForm(int number, SelectForm arms, Variant variant) {

  /** The first log has a buffer, the second has none. */
  private static final int MOST_LOGS = 2;

  /**
   * How an actor is declared.
   *
   * @param timed whether it waits for a time before it is told {@code @Otherwise}
   * @param priority whether the first arm that is ready happens
   * @param logs how many senders it takes as parameters, and sends each event to
   * @param results what it returns
   */
  record Variant(boolean timed, boolean priority, int logs, Results results) {

    /** All that there are. */
    static List<Variant> all(boolean otherwise) {
      List<Variant> all = new ArrayList<>();
      for (boolean timed : otherwise ? new boolean[] {false, true} : new boolean[] {false}) {
        for (boolean priority : new boolean[] {false, true}) {
          for (int logs = 0; logs <= MOST_LOGS; logs++) {
            for (Results results : Results.values()) {
              // One result for each time that there was nothing would fill any channel.
              if (!otherwise || results != Results.ONE) {
                all.add(new Variant(timed, priority, logs, results));
              }
            }
          }
        }
      }
      return all;
    }
  }

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
    Results results = variant.results();
    boolean sends = results != Results.NONE;
    String method = results.type + " on(" + parameters() + ") throws InterruptedException";
    String form =
        "package "
            + packageName()
            + ";\n"
            + FormText.IMPORTS
            + FormText.WARNINGS
            + "@Topology(stages = Form.Stage.class)\n"
            + (sends ? "@Buffer(channel = \"out\", size = 64)\n" : "")
            + (variant.logs() > 0 ? "@Buffer(channel = \"log0\", size = 64)\n" : "")
            + FormText.broadcasts(arms)
            + "public interface Form {\n"
            + FormText.event(
                arms, ActorScript.BEGIN, variant.timed() ? "(after = \"patience\")" : "")
            + FormText.ends(arms)
            + "  @Producer(\"begin\") Sender<Signal> begin();\n"
            + (sends ? "  @Consumer(\"out\") Receiver<String> out();\n" : "")
            + forEachLog("  @Consumer(\"log%1$d\") Receiver<String> log%1$d();\n", "")
            + "  interface Stage {\n    "
            + (variant.priority() ? "@Select(priority = true) " : "@Select ")
            + (sends ? "@Producer(\"out\") " : "")
            + method
            + ";\n"
            + (variant.timed() ? "    Duration patience();\n" : "")
            + FormText.guards(arms, "    ", "();")
            + "  }\n}\n";
    String driver =
        "package "
            + packageName()
            + ";\n"
            + FormText.IMPORTS
            + "public final class Driver implements ActorDriver, Form.Stage {\n"
            + FormText.access(arms, "private")
            + "  private final ActorScript script = new ActorScript();\n"
            + "  public Driver(StartOptions options) {"
            + " topology = FormTopology.start(options, this); }\n"
            + "  @Override public "
            + method
            + " { "
            + logging()
            + results.body
            + " }\n"
            + (variant.timed()
                ? "  @Override public Duration patience() { return script.patience(); }\n"
                : "")
            + FormText.guards(arms, "  @Override public ", "() { return GUARDS.ask(%d); }")
            + "  @Override public Sender<Signal> begin() { return topology.begin(); }\n"
            + "  @Override public Receiver<String> results() { return "
            + (sends ? "topology.out()" : "Receiver.never()")
            + "; }\n"
            + "  @Override public List<Receiver<String>> logs() { return List.of("
            + forEachLog("topology.log%d()", ", ")
            + "); }\n"
            + "  @Override public ActorScript script() { return script; }\n"
            + FormText.told(arms, ActorScript.BEGIN)
            + "}\n";
    return List.of(
        new SourceText(packageName() + "/Form.java", form),
        new SourceText(packageName() + "/Driver.java", driver));
  }

  /** The event stands among the senders. */
  private String parameters() {
    return switch (variant.logs()) {
      case 0 -> "Form.Event event";
      case 1 -> "Form.Event event, @Producer(\"log0\") Sender<String> log0";
      default ->
          "@Producer(\"log0\") Sender<? super String> log0, Form.Event event,"
              + " @Producer(\"log1\") Sender<String> log1";
    };
  }

  /** Sends each event before the test learns of it; but {@code @Otherwise} may come for ever. */
  private String logging() {
    String sends = forEachLog("log%d.send(told(event)); ", "");
    return sends.isEmpty() || !arms.otherwise()
        ? sends
        : "if (!(event instanceof Form.Event.Nothing)) { " + sends + "} ";
  }

  private String forEachLog(String format, String between) {
    return IntStream.range(0, variant.logs())
        .mapToObj(format::formatted)
        .collect(Collectors.joining(between));
  }

  @Override
  public String toString() {
    return "actor of " + arms + ", " + variant;
  }
}
