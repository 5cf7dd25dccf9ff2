package dev.millrace.processor.fuzz;

import java.util.List;

/** Parts of signatures, each in one of the ways in which people write it. */
final class Parts {

  private static final List<String> STAGE_EXCEPTIONS =
      List.of(
          "java.lang.InterruptedException",
          "java.io.IOException",
          "java.lang.Exception",
          "java.lang.Throwable",
          "java.lang.RuntimeException",
          "java.lang.Error",
          "{types}.Broken");

  private final Dice dice;

  Parts(Dice dice) {
    this.dice = dice;
  }

  MethodText port(String result) {
    return new MethodText(dice.of(Words.METHODS), result, false);
  }

  /** A port that may wait, and so may say that it can be interrupted. */
  MethodText waiting(MethodText port) {
    if (dice.oneIn(2)) {
      port.thrown.add("java.lang.InterruptedException");
    }
    if (dice.oneIn(10)) {
      port.thrown.add("java.lang.IllegalStateException");
    }
    return port;
  }

  MethodText stage(String result) {
    MethodText stage = new MethodText(dice.of(Words.METHODS), result, true);
    if (dice.oneIn(4)) {
      stage.thrown.addAll(dice.some(1 + dice.below(2), STAGE_EXCEPTIONS));
    }
    return stage;
  }

  String put(Payload payload) {
    return dice.oneIn(4) ? payload.narrower() : payload.carried();
  }

  String take(Payload payload) {
    return dice.oneIn(4) ? payload.wider() : payload.carried();
  }

  /** What a stage returns that sends one value, none or one, or any number. */
  String results(Payload payload) {
    return switch (dice.below(3)) {
      case 0 -> result(payload);
      case 1 -> "java.util.Optional<" + extending(Payload.boxed(put(payload))) + ">";
      default -> "java.util.stream.Stream<" + extending(Payload.boxed(put(payload))) + ">";
    };
  }

  /** What a stage returns that sends exactly one value. */
  String result(Payload payload) {
    return payload.isSignal() ? Payload.boxed("void") : put(payload);
  }

  String sender(Payload payload) {
    String carried = Payload.boxed(payload.carried());
    return "dev.millrace.Sender<" + (dice.oneIn(3) ? "? super " : "") + carried + ">";
  }

  String receiver(Payload payload) {
    return "dev.millrace.Receiver<" + extending(Payload.boxed(payload.carried())) + ">";
  }

  String extending(String type) {
    return dice.oneIn(4) ? "? extends " + type : type;
  }

  /** A parameter, or a record, that says which channel it is of. */
  static String on(ChannelText channel, String annotation, String what) {
    return "@dev.millrace.annotation." + annotation + "(" + channel.quoted() + ") " + what;
  }
}
