package dev.millrace.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * Composes a select over some channels: a port or an actor whose event is a sealed interface, or a
 * port that takes handlers.
 */
final class SelectGrammar {

  private enum Style {
    PORT,
    HANDLERS,
    ACTOR
  }

  private final Dice dice;
  private final TopologyText text;
  private final Parts parts;
  private final List<ChannelText> arms;

  /** Channels that others receive from, so that the select may send there. */
  private final List<ChannelText> sinks;

  private final Style style;
  private final boolean otherwise;

  /** Where the select is, and its guards. */
  private final TypeText owner;

  private final List<ChannelText> sent = new ArrayList<>();

  SelectGrammar(Dice dice, TopologyText text, List<ChannelText> arms, List<ChannelText> sinks) {
    this.dice = dice;
    this.text = text;
    this.parts = new Parts(dice);
    this.arms = arms;
    this.sinks = sinks;
    this.style = dice.of(Style.PORT, Style.PORT, Style.HANDLERS, Style.ACTOR);
    this.otherwise = dice.oneIn(4);
    Payload[] payloads = arms.stream().map(ChannelText::payload).toArray(Payload[]::new);
    this.owner = style == Style.ACTOR ? dice.of(text.typesFor(payloads)) : text.topology;
  }

  void add() {
    String event = style == Style.HANDLERS ? "" : event();
    boolean added = false;
    while (!added) {
      MethodText select =
          switch (style) {
            case PORT -> port(event);
            case HANDLERS -> handling();
            case ACTOR -> actor(event);
          };
      select.annotations.add(
          "@dev.millrace.annotation.Select" + (dice.oneIn(3) ? "(priority = true)" : ""));
      added = text.add(owner, select);
    }
  }

  private MethodText port(String event) {
    MethodText port = parts.port(dice.oneIn(3) ? "java.util.Optional<" + event + ">" : event);
    for (ChannelText channel : sent) {
      if (!channel.payload().isSignal()) {
        port.taking(Parts.on(channel, "Producer", parts.put(channel.payload())));
      }
    }
    if (otherwise && dice.oneIn(2)) {
      port.parameters.add(dice.below(port.parameters.size() + 1), "java.time.Duration");
    }
    return parts.waiting(port);
  }

  private MethodText actor(String event) {
    List<ChannelText> targets =
        sinks.stream().filter(sink -> TopologyText.canMention(owner, sink.payload())).toList();
    boolean sends = !targets.isEmpty() && dice.oneIn(2);
    MethodText actor;
    if (sends) {
      ChannelText target = dice.of(targets);
      actor = parts.stage(parts.results(target.payload()));
      actor.annotated("Producer", target.quoted());
    } else {
      actor = parts.stage("void");
    }
    if (dice.oneIn(8)) {
      actor.annotated("Workers", 2);
    }
    for (ChannelText target : targets) {
      if (dice.oneIn(4)) {
        actor.taking(Parts.on(target, "Producer", parts.sender(target.payload())));
      }
    }
    actor.parameters.add(dice.below(actor.parameters.size() + 1), event);
    return actor;
  }

  // Events

  /** The type of the event, after its declaration was added to the topology. */
  private String event() {
    if (style == Style.PORT || dice.oneIn(20)) {
      sent.addAll(sinks.stream().filter(sink -> dice.oneIn(4)).toList());
    }
    boolean generic = arms.stream().anyMatch(arm -> arm.payload().isGeneric());
    String event = dice.of("Event", "Selection", "Next", "Arm");
    if (event.equals(text.topology.name) || event.equals(text.odd)) {
      event = "TheEvent";
    }
    String variables = generic ? "<V>" : "";
    String arguments = generic ? "<{T}>" : "";
    String qualified = text.topologyName() + "." + event;
    String implementing = " implements " + event + variables + " {} ";
    StringBuilder records = new StringBuilder("sealed interface " + event + variables + " { ");
    for (int i = 0; i < arms.size(); i++) {
      Payload payload = arms.get(i).payload();
      String component = payload.isSignal() ? "" : parts.take(payload) + " value";
      String name = dice.of("Tick", "Came", "Override", "Optional", "Sender") + i;
      records.append(annotation(arms.get(i), i, false)).append("record ").append(name);
      records.append(variables).append("(").append(component.replace("{T}", "V")).append(")");
      records.append(implementing);
      if (dice.oneIn(4)) {
        records.append(annotation(arms.get(i), i, true)).append("record Over").append(i);
        records.append(variables).append("()").append(implementing);
      }
    }
    if (dice.oneIn(4)) {
      ChannelText passed = new ChannelText("passed-on", Payload.SIGNAL);
      records.append(annotation(passed, arms.size(), false)).append("record Passed");
      records.append(variables).append("(int number, java.lang.String[] texts)");
      records.append(implementing);
      MethodText passOn = new MethodText("passOn", "void", false);
      passOn.annotated("Producer", passed.quoted()).taking(qualified + ".Passed" + arguments);
      text.add(text.topology, passOn);
    }
    for (int i = 0; i < sent.size(); i++) {
      records.append(sending(sent.get(i), i)).append("record Sent").append(i);
      records.append(variables).append("()").append(implementing);
    }
    if (otherwise) {
      records
          .append("@dev.millrace.annotation.Otherwise")
          .append(patience())
          .append(" record Else");
      records.append(variables).append("()").append(implementing);
    }
    text.topology.others.add(records.append("}").toString());
    return qualified + arguments;
  }

  private String sending(ChannelText channel, int index) {
    String guard = guard("maySend" + index);
    return "@dev.millrace.annotation.Producer(value = " + channel.quoted() + guard + ") ";
  }

  private String annotation(ChannelText channel, int index, boolean closed) {
    String guard = guard("may" + index + (closed ? "End" : ""));
    String value = channel.quoted();
    boolean plain = guard.isEmpty() && !closed;
    return "@dev.millrace.annotation.Case("
        + (plain ? value : "value = " + value + (closed ? ", closed = true" : "") + guard)
        + ") ";
  }

  private String guard(String name) {
    if (!dice.oneIn(5)) {
      return "";
    }
    text.add(owner, new MethodText(name, "boolean", true));
    return ", when = \"" + name + '"';
  }

  /** How long an actor waits; it has no caller who could say so. */
  private String patience() {
    if (dice.oneIn(style == Style.ACTOR ? 3 : 30)) {
      text.add(owner, new MethodText("patience", "java.time.Duration", true));
      return "(after = \"patience\")";
    }
    return "";
  }

  // Handlers

  private MethodText handling() {
    MethodText select = parts.port("void");
    for (int i = 0; i < arms.size(); i++) {
      select.taking(annotation(arms.get(i), i, false) + handler(arms.get(i).payload()));
      if (dice.oneIn(4)) {
        select.taking(annotation(arms.get(i), i, true) + "java.lang.Runnable");
      }
    }
    if (otherwise) {
      select.taking("@dev.millrace.annotation.Otherwise java.lang.Runnable");
      if (dice.oneIn(2)) {
        select.parameters.add(dice.below(select.parameters.size()), "java.time.Duration");
      }
    }
    return parts.waiting(select);
  }

  private String handler(Payload payload) {
    return payload.isSignal()
        ? "java.lang.Runnable"
        : dice.of("dev.millrace.Handler", "java.util.function.Consumer")
            + (dice.oneIn(3) ? "<? super " : "<")
            + Payload.boxed(parts.take(payload))
            + ">";
  }
}
