package dev.millrace.processor.fuzz;

import dev.millrace.processor.fuzz.TopologyText.Nesting;
import dev.millrace.processor.fuzz.TopologyText.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Composes topologies that are legal, as far as it knows: one to four channels, each with senders
 * and one kind of receiver, in every form of the language, with names and neighbours that ask for
 * trouble. {@link Mistakes} then breaks some of them.
 */
final class TopologyGrammar {

  private static final List<String> STAGE_EXCEPTIONS =
      List.of(
          "java.lang.InterruptedException",
          "java.io.IOException",
          "java.lang.Exception",
          "java.lang.Throwable",
          "java.lang.RuntimeException",
          "java.lang.Error",
          "{types}.Broken");

  private static final List<String> SERVER_EXCEPTIONS =
      List.of("java.io.IOException", "java.lang.Exception", "{types}.Broken");

  private final Dice dice;
  private final TopologyText text;
  private final TypeText topology;
  private final List<Named> channels = new ArrayList<>();
  private final List<Named> arms = new ArrayList<>();

  /** A channel, with what it carries. */
  private record Named(String name, Payload payload) {
    String quoted() {
      return '"' + name + '"';
    }
  }

  private TopologyGrammar(Dice dice, String packageName) {
    this.dice = dice;
    this.topology = new TypeText("interface", dice.of(Words.TOPOLOGIES));
    this.text = new TopologyText(packageName, topology);
  }

  static TopologyText compose(Dice dice, String packageName) {
    TopologyGrammar grammar = new TopologyGrammar(dice, packageName);
    grammar.compose();
    return grammar.text;
  }

  private void compose() {
    nest();
    if (dice.oneIn(4)) {
      makeGeneric();
    }
    for (int i = dice.below(3); i > 0; i--) {
      addFragmentOrStageClass();
    }
    List<String> names = dice.some(1 + dice.below(4), Words.CHANNELS);
    names.forEach(name -> channels.add(new Named(name, payload())));
    Set<String> fed = new HashSet<>();
    for (int i = 0; i < channels.size(); i++) {
      Named channel = channels.get(i);
      if (dice.oneIn(6) && !fed.contains(channel.name()) && !channel.payload().isSignal()) {
        addRequests(channel);
        fed.add(channel.name());
        continue;
      }
      addSenders(channels.get(i), fed.contains(channels.get(i).name()));
      addReceivers(i, fed);
    }
    if (!arms.isEmpty()) {
      addSelect();
    }
    decorate();
    dropUselessStageClasses();
  }

  // What is around

  private void nest() {
    text.nesting = dice.of(Nesting.values());
    text.types = dice.of(Types.IN_TOPOLOGY, Types.BESIDE);
    text.odd = dice.of(Words.TYPES.stream().filter(name -> !name.equals(topology.name)).toList());
    if (text.nesting == Nesting.NONE || text.nesting == Nesting.CLASS) {
      topology.head = dice.of("interface", "public interface");
    }
  }

  private void makeGeneric() {
    topology.variable =
        dice.of(Words.TYPE_VARIABLES.stream().filter(name -> !name.equals(topology.name)).toList());
    String bound =
        dice.of(
            "",
            "",
            " extends java.lang.Comparable<{T}>",
            " extends java.lang.Number & java.lang.Comparable<{T}>",
            " extends java.util.List<? super {T}>");
    topology.variables = "<{T}" + bound + dice.of("", "", ", X extends java.lang.Exception") + ">";
  }

  private void addFragmentOrStageClass() {
    Set<String> taken = text.takenNames();
    String name =
        dice.of(
            Stream.of("Ports", "Stages", "Run", "Value", "Options", "Channel", "Item", "Class")
                .filter(free -> !taken.contains(free))
                .toList());
    if (dice.oneIn(2)) {
      TypeText fragment = new TypeText("interface", name);
      if (!topology.variable.isEmpty() && dice.oneIn(2)) {
        fragment.variables = "<{T}" + (dice.oneIn(2) ? ", Other" : "") + ">";
        fragment.variable = dice.of("P", "T", "E");
        String other = fragment.variables.contains("Other") ? ", java.lang.Integer" : "";
        topology.supertypes.add(qualified(name) + "<{T}" + other + ">");
      } else {
        topology.supertypes.add(qualified(name));
      }
      text.fragments.add(fragment);
    } else {
      text.stageClasses.add(
          new TypeText(
              dice.of("class", "class", "final class", "interface", "abstract class"), name));
      text.stages.add(qualified(name));
    }
  }

  private String qualified(String name) {
    return text.packageName + "." + name;
  }

  /** A stage class whose methods went elsewhere would be an error of its own. */
  private void dropUselessStageClasses() {
    text.stageClasses.removeIf(
        stageClass -> {
          boolean useless =
              stageClass.methods.stream().allMatch(method -> method.annotations.isEmpty());
          if (useless) {
            text.stages.remove(qualified(stageClass.name));
          }
          return useless;
        });
  }

  private Payload payload() {
    if (dice.oneIn(7)) {
      return Payload.SIGNAL;
    }
    if (!topology.variable.isEmpty() && dice.oneIn(3)) {
      return dice.of(Payload.GENERIC);
    }
    return dice.oneIn(3) ? dice.of(Payload.OWN) : dice.of(Payload.PLAIN);
  }

  // Senders

  private void addSenders(Named channel, boolean fed) {
    boolean any = fed;
    for (int i = dice.below(2); i > 0 || !any; i--) {
      any |= dice.oneIn(3) ? addSource(channel) : addSendPort(channel);
    }
  }

  private boolean addSendPort(Named channel) {
    boolean tries = dice.oneIn(3);
    MethodText port = new MethodText(dice.of(Words.METHODS), tries ? "boolean" : "void", false);
    port.annotated("Producer", channel.quoted());
    if (!channel.payload().isSignal()) {
      port.taking(put(channel.payload()));
    }
    if (!tries) {
      maybeThrowOnPort(port);
    }
    boolean added = text.add(placeForPort(channel), port);
    if (added && dice.oneIn(3)) {
      MethodText close = new MethodText("close" + channels.indexOf(channel), "void", false);
      text.add(topology, close.annotated("Close", channel.quoted()));
    }
    return added;
  }

  private boolean addSource(Named channel) {
    String values = Payload.boxed(put(channel.payload()));
    MethodText source =
        switch (dice.below(3)) {
          case 0 -> stage("java.util.stream.Stream<" + extending(values) + ">");
          case 1 -> stage("java.lang.Iterable<" + extending(values) + ">");
          default -> stage("void").taking("dev.millrace.Sender<" + sent(channel.payload()) + ">");
        };
    return text.add(
        placeForStage(channel, channel), source.annotated("Producer", channel.quoted()));
  }

  private String extending(String type) {
    return dice.oneIn(4) ? "? extends " + type : type;
  }

  private String sent(Payload payload) {
    String carried = Payload.boxed(payload.carried());
    return dice.oneIn(3) ? "? super " + carried : carried;
  }

  // Requests

  /** Ports that ask, and the server that replies. */
  private void addRequests(Named channel) {
    Named reply = new Named(channel.name(), payload());
    List<String> thrown = dice.oneIn(3) ? dice.some(1, SERVER_EXCEPTIONS) : List.of();
    boolean any = false;
    for (int i = dice.below(2); i > 0 || !any; i--) {
      any |= addRequestPort(channel, reply, thrown);
    }
    boolean served = false;
    while (!served) {
      MethodText server = new MethodText(dice.of(Words.METHODS), put(reply.payload()), true);
      server.annotated("Consumer", channel.quoted()).taking(take(channel.payload()));
      server.thrown.addAll(thrown);
      if (dice.oneIn(3)) {
        server.thrown.add("java.lang.InterruptedException");
      }
      if (dice.oneIn(4)) {
        server.annotated("Workers", 1 + dice.below(4));
      }
      served = text.add(placeForStage(channel, reply), server);
    }
  }

  private boolean addRequestPort(Named channel, Named reply, List<String> thrown) {
    MethodText port = new MethodText(dice.of(Words.METHODS), take(reply.payload()), false);
    port.annotated("Request", channel.quoted()).taking(put(channel.payload()));
    port.thrown.addAll(thrown);
    if (dice.oneIn(3)) {
      port.taking("java.time.Duration").thrown.add("java.util.concurrent.TimeoutException");
    }
    maybeThrowOnPort(port);
    List<TypeText> places =
        text.interfaces().stream()
            .filter(type -> canMention(type, channel.payload()))
            .filter(type -> canMention(type, reply.payload()))
            .toList();
    return text.add(dice.of(places), port);
  }

  // Receivers

  private void addReceivers(int index, Set<String> fed) {
    Named channel = channels.get(index);
    boolean last = index == channels.size() - 1;
    boolean done = false;
    while (!done) {
      switch (dice.below(last ? 4 : 7)) {
        case 0 -> done = addReceivePort(channel);
        case 1 -> done = arms.add(channel);
        case 2 ->
            done = text.add(placeForStage(channel, channel), consuming(channel, "void", false));
        case 3 ->
            done = text.add(placeForStage(channel, channel), consuming(channel, "void", true));
        default -> {
          Named next = channels.get(index + 1 + dice.below(channels.size() - index - 1));
          done = addChain(channel, next);
          if (done) {
            fed.add(next.name());
          }
        }
      }
    }
  }

  private boolean addReceivePort(Named channel) {
    String taken = take(channel.payload());
    MethodText port =
        dice.oneIn(3)
            ? new MethodText(
                dice.of(Words.METHODS),
                "java.util.Optional<" + extending(Payload.boxed(taken)) + ">",
                false)
            : new MethodText(dice.of(Words.METHODS), taken, false);
    maybeThrowOnPort(port);
    return text.add(placeForPort(channel), port.annotated("Consumer", channel.quoted()));
  }

  private boolean addChain(Named from, Named to) {
    String values = put(to.payload());
    boolean fold = dice.oneIn(4);
    String result =
        switch (fold ? 0 : dice.below(3)) {
          case 0 -> values.equals("void") ? "dev.millrace.Signal" : values;
          case 1 -> "java.util.Optional<" + extending(Payload.boxed(values)) + ">";
          default -> "java.util.stream.Stream<" + extending(Payload.boxed(values)) + ">";
        };
    return text.add(
        placeForStage(from, to), consuming(from, result, fold).annotated("Producer", to.quoted()));
  }

  /** A stage that takes each value, or all of them. */
  private MethodText consuming(Named channel, String result, boolean fold) {
    MethodText stage = stage(result).annotated("Consumer", channel.quoted());
    if (fold) {
      String carried = Payload.boxed(channel.payload().carried());
      return stage.taking("dev.millrace.Receiver<" + extending(carried) + ">");
    }
    if (dice.oneIn(4)) {
      stage.annotated("Workers", 1 + dice.below(4));
    }
    return channel.payload().isSignal() ? stage : stage.taking(take(channel.payload()));
  }

  // Select

  private void addSelect() {
    boolean generic = arms.stream().anyMatch(arm -> arm.payload().isGeneric());
    String event = dice.of("Event", "Selection", "Next", "Arm");
    if (event.equals(topology.name) || event.equals(text.odd)) {
      event = "TheEvent";
    }
    String declared = generic ? event + "<V>" : event;
    StringBuilder records = new StringBuilder("sealed interface " + declared + " { ");
    for (int i = 0; i < arms.size(); i++) {
      Named arm = arms.get(i);
      String component = arm.payload().isSignal() ? "" : take(arm.payload()) + " value";
      records
          .append("@dev.millrace.annotation.Case(" + arm.quoted() + ") record ")
          .append(dice.of("Tick", "Came", "Override", "Optional", "Sender"))
          .append(i)
          .append(generic ? "<V>" : "")
          .append("(")
          .append(component.replace("{T}", "V"))
          .append(") implements ")
          .append(declared)
          .append(" {} ");
    }
    topology.others.add(records.append("}").toString());
    String type = text.topologyName() + "." + event + (generic ? "<{T}>" : "");
    boolean added = false;
    while (!added) {
      MethodText select =
          new MethodText(
              dice.of(Words.METHODS),
              dice.oneIn(3) ? "java.util.Optional<" + type + ">" : type,
              false);
      select.annotations.add("@dev.millrace.annotation.Select");
      maybeThrowOnPort(select);
      added = text.add(topology, select);
    }
  }

  // Parts

  private MethodText stage(String result) {
    MethodText stage = new MethodText(dice.of(Words.METHODS), result, true);
    if (dice.oneIn(4)) {
      stage.thrown.addAll(dice.some(1 + dice.below(2), STAGE_EXCEPTIONS));
    }
    return stage;
  }

  private void maybeThrowOnPort(MethodText port) {
    if (dice.oneIn(2)) {
      port.thrown.add("java.lang.InterruptedException");
    }
    if (dice.oneIn(10)) {
      port.thrown.add("java.lang.IllegalStateException");
    }
  }

  private String put(Payload payload) {
    return dice.oneIn(4) ? payload.narrower() : payload.carried();
  }

  private String take(Payload payload) {
    return dice.oneIn(4) ? payload.wider() : payload.carried();
  }

  private TypeText placeForPort(Named channel) {
    return dice.of(
        text.interfaces().stream().filter(type -> canMention(type, channel.payload())).toList());
  }

  private TypeText placeForStage(Named one, Named other) {
    return dice.of(
        text.all().stream()
            .filter(type -> canMention(type, one.payload()) && canMention(type, other.payload()))
            .toList());
  }

  private static boolean canMention(TypeText type, Payload payload) {
    return !payload.isGeneric() || !type.variable.isEmpty();
  }

  // What stands beside

  private void decorate() {
    for (Named channel : channels) {
      if (dice.oneIn(3)) {
        String size = dice.of("0", "1", "16", "2_000_000", "java.lang.Integer.MAX_VALUE");
        text.buffers.add(
            "@dev.millrace.annotation.Buffer(channel = "
                + channel.quoted()
                + ", size = "
                + size
                + overflow(size)
                + ")");
      }
    }
    if (dice.oneIn(4)) {
      topology.others.add(
          "int " + dice.of("run", "options", "orders", "topology", "value") + " = 1;");
    }
    if (dice.oneIn(6)) {
      topology.annotations.add(
          dice.of("@java.lang.Deprecated", "@java.lang.Deprecated(forRemoval = true)"));
    }
    if (dice.oneIn(5)) {
      topology.supertypes.add(
          dice.of(
              "java.lang.AutoCloseable",
              "java.io.Closeable",
              "java.io.Serializable",
              "java.lang.Cloneable"));
    }
    for (TypeText type : text.all()) {
      if (dice.oneIn(3)) {
        addOverload(type);
      }
      if (dice.oneIn(4)) {
        text.add(type, new MethodText(dice.of(Words.METHODS), dice.of("void", "int"), true));
      }
      if (dice.oneIn(8)) {
        MethodText odd = new MethodText(dice.of(Words.METHODS), "void", true);
        odd.modifier = dice.of("static", "private", "private static");
        text.add(type, odd.taking("int").taking("int"));
      }
      if (!type.methods.isEmpty() && dice.oneIn(8)) {
        dice.of(type.methods).annotations.add("@java.lang.Deprecated");
      }
    }
  }

  private String overflow(String size) {
    List<String> fitting =
        switch (size) {
          case "1" -> List.of("DROP_OLDEST", "DROP_NEWEST", "LATEST", "WAIT");
          case "16" -> List.of("DROP_OLDEST", "DROP_NEWEST", "WAIT");
          default -> List.of("WAIT");
        };
    return dice.oneIn(2) ? "" : ", overflow = dev.millrace.Overflow." + dice.of(fitting);
  }

  /** A namesake of a stage that takes something else, so that calls must find the right one. */
  private void addOverload(TypeText type) {
    List<MethodText> stages =
        type.methods.stream()
            .filter(method -> method.body && method.parameters.size() == 1)
            .toList();
    if (!stages.isEmpty()) {
      MethodText stage = dice.of(stages);
      text.add(
          type,
          new MethodText(stage.name, dice.of(stage.result, "void", "int"), true)
              .taking(dice.of("java.lang.Object", "int", "java.lang.Integer", "java.lang.Number")));
    }
  }
}
