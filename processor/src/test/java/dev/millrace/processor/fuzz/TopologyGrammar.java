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

  private final Dice dice;
  private final Parts parts;
  private final TopologyText text;
  private final TypeText topology;
  private final List<ChannelText> channels = new ArrayList<>();
  private final List<ChannelText> arms = new ArrayList<>();
  private final List<ChannelText> asked = new ArrayList<>();
  private final List<String> broadcast = new ArrayList<>();

  private TopologyGrammar(Dice dice, String packageName) {
    this.dice = dice;
    this.parts = new Parts(dice);
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
    names.forEach(name -> channels.add(new ChannelText(name, payload())));
    Set<String> fed = new HashSet<>();
    for (int i = 0; i < channels.size(); i++) {
      ChannelText channel = channels.get(i);
      if (dice.oneIn(6) && !fed.contains(channel.name()) && !channel.payload().isSignal()) {
        new RequestGrammar(dice, text).add(channel, payload());
        asked.add(channel);
        fed.add(channel.name());
        continue;
      }
      addSenders(channels.get(i), fed.contains(channels.get(i).name()));
      addReceivers(i, fed);
      if (dice.oneIn(8)) {
        addReceivers(i, fed);
        broadcast.add(channel.quoted());
      }
    }
    if (!broadcast.isEmpty()) {
      text.buffers.add(
          "@dev.millrace.annotation.Broadcast({" + String.join(", ", broadcast) + "})");
    }
    if (!arms.isEmpty()) {
      List<ChannelText> sinks = new ArrayList<>(channels);
      sinks.removeAll(arms);
      sinks.removeAll(asked);
      new SelectGrammar(dice, text, arms, sinks).add();
    }
    new Neighbours(dice, text).add(channels);
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
          boolean useless = stageClass.methods.stream().noneMatch(MethodText::isAnnotated);
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

  private void addSenders(ChannelText channel, boolean fed) {
    boolean any = fed;
    for (int i = dice.below(2); i > 0 || !any; i--) {
      any |= dice.oneIn(3) ? addSource(channel) : addSendPort(channel);
    }
  }

  private boolean addSendPort(ChannelText channel) {
    boolean signal = channel.payload().isSignal();
    MethodText port =
        switch (dice.below(signal ? 4 : 5)) {
          case 0 -> parts.port("boolean");
          case 1 -> parts.port(parts.sender(channel.payload()));
          case 4 ->
              parts
                  .port("boolean")
                  .taking(parts.put(channel.payload()))
                  .taking("java.time.Duration");
          default -> parts.port("void");
        };
    port.annotated("Producer", channel.quoted());
    if (!signal && port.parameters.isEmpty() && !port.result.contains("<")) {
      port.taking(parts.put(channel.payload()));
    }
    if (port.result.equals("void") || port.parameters.size() == 2) {
      parts.waiting(port);
    }
    boolean added = text.add(dice.of(text.interfacesFor(channel.payload())), port);
    if (added && dice.oneIn(3)) {
      MethodText close = new MethodText("close" + channels.indexOf(channel), "void", false);
      text.add(topology, close.annotated("Close", channel.quoted()));
    }
    return added;
  }

  private boolean addSource(ChannelText channel) {
    String values = Payload.boxed(parts.put(channel.payload()));
    String end = parts.sender(channel.payload());
    MethodText source =
        switch (dice.below(4)) {
          case 0 -> parts.stage("java.util.stream.Stream<" + parts.extending(values) + ">");
          case 1 -> parts.stage("java.lang.Iterable<" + parts.extending(values) + ">");
          case 2 -> parts.stage("void").taking(Parts.on(channel, "Producer", end));
          default -> parts.stage("void").taking(end);
        };
    if (!source.isAnnotatedInParameters()) {
      source.annotated("Producer", channel.quoted());
    }
    return text.add(dice.of(text.typesFor(channel.payload())), source);
  }

  // Receivers

  private void addReceivers(int index, Set<String> fed) {
    ChannelText channel = channels.get(index);
    boolean last = index == channels.size() - 1;
    boolean done = false;
    while (!done) {
      switch (dice.below(last ? 5 : 8)) {
        case 0 -> done = addReceivePort(channel);
        case 1 -> done = !arms.contains(channel) && arms.add(channel);
        case 2 -> done = addConsumer(channel, consuming(channel, "void", false));
        case 3 -> done = addConsumer(channel, consuming(channel, "void", true));
        case 4 -> done = addProcess(index, fed);
        default -> {
          ChannelText next = oneAfter(index);
          done = addChain(channel, next);
          if (done) {
            fed.add(next.name());
          }
        }
      }
    }
  }

  private ChannelText oneAfter(int index) {
    return channels.get(index + 1 + dice.below(channels.size() - index - 1));
  }

  private boolean addReceivePort(ChannelText channel) {
    String taken = parts.extending(Payload.boxed(parts.take(channel.payload())));
    String carried = parts.extending(Payload.boxed(channel.payload().carried()));
    MethodText port =
        switch (dice.below(8)) {
          case 0, 1 -> parts.port("java.util.Optional<" + taken + ">");
          case 2 -> parts.port("dev.millrace.Received<" + carried + ">");
          case 3 ->
              parts.port("dev.millrace.Received<" + carried + ">").taking("java.time.Duration");
          case 4 -> parts.port(parts.receiver(channel.payload()));
          default -> parts.port(parts.take(channel.payload()));
        };
    parts.waiting(port).annotated("Consumer", channel.quoted());
    return text.add(dice.of(text.interfacesFor(channel.payload())), port);
  }

  private boolean addConsumer(ChannelText channel, MethodText stage) {
    return text.add(dice.of(text.typesFor(channel.payload())), stage);
  }

  /** A stage that says of each parameter which end it is. */
  private boolean addProcess(int index, Set<String> fed) {
    ChannelText from = channels.get(index);
    MethodText process = parts.stage("void");
    process.taking(Parts.on(from, "Consumer", parts.receiver(from.payload())));
    if (index == channels.size() - 1 || dice.oneIn(2)) {
      return addConsumer(from, process);
    }
    ChannelText to = oneAfter(index);
    process.taking(Parts.on(to, "Producer", parts.sender(to.payload())));
    boolean added = text.add(dice.of(text.typesFor(from.payload(), to.payload())), process);
    if (added) {
      fed.add(to.name());
    }
    return added;
  }

  private boolean addChain(ChannelText from, ChannelText to) {
    boolean fold = dice.oneIn(4);
    String result = fold ? parts.result(to.payload()) : parts.results(to.payload());
    MethodText stage = consuming(from, result, fold).annotated("Producer", to.quoted());
    return text.add(dice.of(text.typesFor(from.payload(), to.payload())), stage);
  }

  /** A stage that takes each value, or all of them. */
  private MethodText consuming(ChannelText channel, String result, boolean fold) {
    MethodText stage = parts.stage(result).annotated("Consumer", channel.quoted());
    if (fold) {
      return stage.taking(parts.receiver(channel.payload()));
    }
    if (dice.oneIn(4)) {
      int workers = 1 + dice.below(4);
      boolean ordered = !result.equals("void") && dice.oneIn(2);
      stage.annotated("Workers", ordered ? "value = " + workers + ", ordered = true" : workers);
    }
    return channel.payload().isSignal() ? stage : stage.taking(parts.take(channel.payload()));
  }
}
