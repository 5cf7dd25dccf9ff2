package dev.millrace.processor.liveness;

import dev.millrace.processor.SourceText;
import dev.millrace.processor.liveness.Plan.Channel;
import dev.millrace.processor.liveness.Plan.Closing;
import dev.millrace.processor.liveness.Plan.Party;
import dev.millrace.processor.liveness.Plan.Port;
import dev.millrace.processor.liveness.Plan.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A plan as an annotated interface. A value that comes to a stage whose results are optional goes
 * on as a smaller one, until it is 0, so that nothing runs in circles for ever unless it must.
 */
final class PlanText {

  /** The name of each interface, in its own package. */
  static final String NAME = "Mill";

  /** What they warn of has nothing to do with waiting. */
  private static final String NO_MATTER =
      """
      @SuppressWarnings({
        "millrace:AlsoConsumed",
        "millrace:BroadcastAlone",
        "millrace:OneArm",
        "millrace:OtherwiseSpins"
      })
      """;

  private final Plan plan;
  private final StringBuilder text = new StringBuilder();

  private PlanText(Plan plan) {
    this.plan = plan;
  }

  static SourceText of(Plan plan) {
    return new SourceText(plan.packageName() + "/" + NAME + ".java", new PlanText(plan).print());
  }

  private String print() {
    line("package " + plan.packageName() + ";");
    line("import dev.millrace.*;");
    line("import dev.millrace.annotation.*;");
    line("import java.time.Duration;");
    line("import java.util.*;");
    line("import java.util.stream.*;");
    line("@Topology");
    text.append(NO_MATTER);
    List<Integer> channels =
        IntStream.range(0, plan.channels().size()).filter(plan::isUsed).boxed().toList();
    channels.forEach(this::buffer);
    List<String> broadcasts =
        channels.stream()
            .filter(channel -> plan.channels().get(channel).broadcast())
            .map(this::quoted)
            .toList();
    if (!broadcasts.isEmpty()) {
      line("@Broadcast({%s})".formatted(String.join(", ", broadcasts)));
    }
    line("public interface " + NAME + " {");
    plan.ports().forEach(this::port);
    plan.closings().forEach(this::closing);
    plan.stages().forEach(this::stage);
    line("  default boolean isOpen() { return true; }");
    line("  default Duration patience() { return Duration.ofMillis(1); }");
    line("}");
    return text.toString();
  }

  private void buffer(int number) {
    Channel channel = plan.channels().get(number);
    if (channel.capacity() > 0) {
      line(
          "@Buffer(channel = \"%s\", size = %s%s)"
              .formatted(
                  channel.name(),
                  channel.capacity() == Plan.UNLIMITED ? "Buffer.UNLIMITED" : channel.capacity(),
                  channel.drops() ? ", overflow = Overflow.DROP_OLDEST" : ""));
    }
  }

  private void port(Port port) {
    String name = port.name();
    switch (port.kind()) {
      case PUT -> sending(port, "void %s(int value) throws InterruptedException;");
      case OFFER -> sending(port, "boolean %s(int value);");
      case TIMED_OFFER ->
          sending(port, "boolean %s(int value, Duration patience) throws InterruptedException;");
      case SEND_END -> sending(port, "Sender<Integer> %s();");
      case ASK ->
          line(
              "  @Request(%s) int %s(int value) throws InterruptedException;"
                  .formatted(quoted(port.puts().get(0)), name));
      case NEXT -> receiving(port, "int %s() throws InterruptedException;");
      case NEXT_OR_EMPTY -> receiving(port, "Optional<Integer> %s() throws InterruptedException;");
      case POLL -> receiving(port, "Received<Integer> %s();");
      case TIMED_POLL ->
          receiving(port, "Received<Integer> %s(Duration patience) throws InterruptedException;");
      case RECEIVE_END -> receiving(port, "Receiver<Integer> %s();");
      case SELECT, TIMED_SELECT, SELECT_NOW -> select(port);
    }
  }

  private void sending(Port port, String form) {
    line(("  @Producer(%s) " + form).formatted(quoted(port.puts().get(0)), port.name()));
  }

  private void receiving(Port port, String form) {
    line(("  @Consumer(%s) " + form).formatted(quoted(port.takes().get(0)), port.name()));
  }

  private void select(Port port) {
    event(port, "");
    List<String> parameters =
        new ArrayList<>(
            port.puts().stream()
                .map(channel -> "@Producer(%s) int value%d".formatted(quoted(channel), channel))
                .toList());
    if (port.patience() == Patience.FOR_A_WHILE) {
      parameters.add("Duration patience");
    }
    line(
        "  @Select(priority = %s) %s %s(%s)%s;"
            .formatted(
                port.hasPriority(),
                event(port),
                port.name(),
                String.join(", ", parameters),
                port.patience() == Patience.NOT_AT_ALL ? "" : " throws InterruptedException"));
  }

  private void closing(Closing closing) {
    line(
        "  @Close({%s}) void %s();"
            .formatted(
                closing.channels().stream().map(this::quoted).collect(Collectors.joining(", ")),
                closing.name()));
  }

  private void stage(Stage stage) {
    String workers =
        stage.workers() > 1
            ? "@Workers(value = %d, ordered = %s) ".formatted(stage.workers(), stage.ordered())
            : "";
    String producer =
        stage.output().map(channel -> "@Producer(%s) ".formatted(quoted(channel))).orElse("");
    String consumer =
        stage.kind() == Plan.StageKind.SOURCE || stage.kind() == Plan.StageKind.ACTOR
            ? ""
            : "@Consumer(%s) ".formatted(quoted(stage.takes().get(0)));
    String before = "  " + workers + consumer + producer + "default ";
    switch (stage.kind()) {
      case SOURCE ->
          line(
              (before + "%s<Integer> %s() { return %s.of(3, 1, 2); }")
                  .formatted(
                      isOdd(stage) ? "Iterable" : "Stream",
                      stage.name(),
                      isOdd(stage) ? "List" : "Stream"));
      case FOLD ->
          line(
              (before + "%s %s(Receiver<Integer> values) { %s }")
                  .formatted(
                      stage.output().isPresent() ? "int" : "void",
                      stage.name(),
                      stage.output().isPresent()
                          ? "return (int) values.stream().count() % 4;"
                          : "values.forEach(value -> {});"));
      case SERVER -> line((before + "int %s(int value) { return value; }").formatted(stage.name()));
      case PER_VALUE ->
          line(
              (before + "%s %s(int value) { %s }")
                  .formatted(type(stage), stage.name(), body(stage)));
      case ACTOR -> actor(stage, before);
    }
  }

  /** What the model does not tell apart comes in turns. */
  private static boolean isOdd(Party party) {
    return party.number() % 2 == 1;
  }

  /** By a guard that is always true, and need not be as far as the compiler knows. */
  private static boolean isGuarded(Party select) {
    return select.number() % 4 == 2;
  }

  private static String type(Stage stage) {
    return switch (stage.results()) {
      case NONE -> "void";
      case ONE -> "int";
      case OPTIONAL -> "Optional<Integer>";
      case STREAM -> "Stream<Integer>";
    };
  }

  private static String body(Stage stage) {
    return switch (stage.results()) {
      case NONE -> "";
      case ONE -> "return value;";
      case OPTIONAL -> "return value > 0 ? Optional.of(value - 1) : Optional.empty();";
      case STREAM -> "return IntStream.range(0, value).boxed();";
    };
  }

  private void actor(Stage stage, String before) {
    event(stage, stage.patience() == Patience.FOR_A_WHILE ? "(after = \"patience\")" : "");
    line(
        ("  @Select(priority = %s) " + before.strip() + " %s %s(%s event) {")
            .formatted(isOdd(stage), type(stage), stage.name(), event(stage)));
    if (stage.results() != Plan.Results.NONE) {
      line("    int value = switch (event) {");
      for (int channel : stage.takes()) {
        line("      case %s.Took%d(int took) -> took;".formatted(event(stage), channel));
      }
      if (stage.patience() != Patience.FOR_EVER) {
        line("      case %s.Nothing() -> 0;".formatted(event(stage)));
      }
      line("    };");
      line("    " + body(stage));
    }
    line("  }");
  }

  /** The sealed type of what can happen to a select. */
  private void event(Party select, String after) {
    line("  sealed interface %s {".formatted(event(select)));
    for (int channel : select.takes()) {
      line(
          "    @Case(value = %s%s) record Took%d(int value) implements %s {}"
              .formatted(
                  quoted(channel),
                  isGuarded(select) ? ", when = \"isOpen\"" : "",
                  channel,
                  event(select)));
    }
    for (int channel : select.puts()) {
      if (select instanceof Port) {
        line(
            "    @Producer(%s) record Sent%d() implements %s {}"
                .formatted(quoted(channel), channel, event(select)));
      }
    }
    if (select.patience() != Patience.FOR_EVER) {
      line("    @Otherwise%s record Nothing() implements %s {}".formatted(after, event(select)));
    }
    line("  }");
  }

  private static String event(Party select) {
    return "EventOf" + select.name();
  }

  private String quoted(int channel) {
    return '"' + plan.channels().get(channel).name() + '"';
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
