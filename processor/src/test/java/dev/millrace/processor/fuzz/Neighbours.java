package dev.millrace.processor.fuzz;

import java.util.List;

/** What stands beside the ports and stages of a topology, and may get in the way. */
final class Neighbours {

  private final Dice dice;
  private final TopologyText text;

  Neighbours(Dice dice, TopologyText text) {
    this.dice = dice;
    this.text = text;
  }

  void add(List<ChannelText> channels) {
    for (ChannelText channel : channels) {
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
      text.topology.others.add(
          "int " + dice.of("run", "options", "orders", "topology", "value") + " = 1;");
    }
    if (dice.oneIn(6)) {
      text.topology.annotations.add(
          dice.of("@java.lang.Deprecated", "@java.lang.Deprecated(forRemoval = true)"));
    }
    if (dice.oneIn(5)) {
      text.topology.supertypes.add(
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
