package dev.millrace.processor.selects;

import dev.millrace.processor.selects.ArmKind.Does;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The Java text that the forms of ports and of actors have in common. */
final class FormText {

  static final String IMPORTS =
      """
      import dev.millrace.*;
      import dev.millrace.annotation.*;
      import dev.millrace.processor.selects.*;
      import java.time.Duration;
      import java.util.*;
      import java.util.stream.Stream;

      """;

  static final String WARNINGS =
      "@SuppressWarnings({\"millrace:OneArm\", \"millrace:AlsoConsumed\","
          + " \"millrace:OtherwiseSpins\", \"millrace:MissingClose\"})\n";

  private FormText() {}

  /**
   * The event: a sealed interface whose records stand in another order than the arms.
   *
   * @param first a record that stands before all others, or nothing
   * @param after what the annotation of {@code @Otherwise} says of the time
   */
  static String event(SelectForm form, String first, String after) {
    List<String> permitted = new ArrayList<>();
    List<String> records = new ArrayList<>();
    if (!first.isEmpty()) {
      permitted.add("Event." + first);
      records.add("    @Case(\"begin\") record " + first + "() implements Event {}\n");
    }
    for (ArmForm arm : form.arms()) {
      permitted.add("Event." + arm.record());
      records.add(
          "    "
              + arm.annotation()
              + " record "
              + arm.record()
              + "("
              + component(arm)
              + ") implements Event {}\n");
    }
    if (form.otherwise()) {
      permitted.add("Event.Nothing");
      records.add("    @Otherwise" + after + " record Nothing() implements Event {}\n");
    }
    Collections.reverse(records);
    return "  sealed interface Event permits "
        + String.join(", ", permitted)
        + " {\n"
        + String.join("", records)
        + "  }\n";
  }

  private static String component(ArmForm arm) {
    if (arm.does() != Does.TAKES || arm.kind().isSignal()) {
      return "";
    }
    return arm.kind() == ArmKind.IDENTITY ? "int number" : "Integer number";
  }

  /** The annotations of the interface that say which channels are broadcasts. */
  static String broadcasts(SelectForm form) {
    List<String> names = new ArrayList<>();
    StringBuilder buffers = new StringBuilder();
    for (int i = 0; i < form.channels().size(); i++) {
      if (form.channels().get(i).broadcast()) {
        names.add("\"c" + i + '"');
        // A select cannot send to a broadcast without one.
        buffers.append("@Buffer(channel = \"c" + i + "\", size = 1)\n");
      }
    }
    return names.isEmpty() ? "" : "@Broadcast({" + String.join(", ", names) + "})\n" + buffers;
  }

  /** The raw ends, by which a test prepares the channels and looks at them. */
  static String ends(SelectForm form) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < form.channels().size(); i++) {
      String type = form.channels().get(i).kind().typeOn(i);
      text.append("  @Producer(\"c%d\") Sender<%s> sender%d();\n".formatted(i, type, i))
          .append("  @Consumer(\"c%d\") Receiver<%s> receiver%d();\n".formatted(i, type, i));
    }
    return text.toString();
  }

  static String guards(SelectForm form, String modifiers, String body) {
    return form.arms().stream()
        .filter(ArmForm::guarded)
        .map(arm -> modifiers + "boolean may" + arm.index() + body.formatted(arm.index()) + "\n")
        .collect(Collectors.joining());
  }

  /**
   * The methods of a driver that let a test reach the channels.
   *
   * @param guards whose the guards are: {@code static} if methods of the form ask them, which do
   *     not know their driver
   */
  static String access(SelectForm form, String guards) {
    StringBuilder senders = new StringBuilder();
    StringBuilder receivers = new StringBuilder();
    StringBuilder values = new StringBuilder();
    for (int i = 0; i < form.channels().size(); i++) {
      ArmKind kind = form.channels().get(i).kind();
      senders.append("case %d -> topology.sender%d(); ".formatted(i, i));
      receivers.append("case %d -> topology.receiver%d(); ".formatted(i, i));
      String value =
          kind.isSignal()
              ? "Signal.SIGNAL"
              : kind == ArmKind.IDENTITY ? "new " + kind.typeOn(i) + "(number)" : "number";
      values.append("case %d -> %s; ".formatted(i, value));
    }
    String otherwise = "default -> throw new IllegalArgumentException(); }; }\n";
    return "  @Override public Sender<?> sender(int channel) { return switch (channel) { "
        + senders
        + otherwise
        + "  @Override public Receiver<?> receiver(int channel) { return switch (channel) { "
        + receivers
        + otherwise
        + "  @Override public Object value(int channel, int number) { return switch (channel) { "
        + values
        + otherwise
        + "  @Override public Guards guards() { return GUARDS; }\n"
        + "  @Override public RunningTopology topology() { return topology; }\n"
        + "  "
        + guards
        + " final Guards GUARDS = new Guards();\n"
        + "  private final FormTopology topology;\n";
  }

  /** A method that tells an event; javac sees that none is forgotten. */
  static String told(SelectForm form, String first) {
    StringBuilder cases = new StringBuilder();
    if (!first.isEmpty()) {
      cases.append("case Form.Event.%s() -> \"%s\"; ".formatted(first, first));
    }
    for (ArmForm arm : form.arms()) {
      String pattern = component(arm).isEmpty() ? "" : "var number";
      cases.append("case Form.Event.%s(%s) -> ".formatted(arm.record(), pattern));
      cases.append(told(arm)).append("; ");
    }
    if (form.otherwise()) {
      cases.append("case Form.Event.Nothing() -> \"otherwise\"; ");
    }
    return "  private static String told(Form.Event event) { return switch (event) { "
        + cases
        + "}; }\n";
  }

  /** The expression for what an arm tells, where a number is a variable of that name. */
  static String told(ArmForm arm) {
    boolean numbered = arm.does() == Does.TAKES && !arm.kind().isSignal();
    String text = arm.told(0);
    return numbered ? '"' + text.substring(0, text.length() - 1) + "\" + number" : '"' + text + '"';
  }
}
