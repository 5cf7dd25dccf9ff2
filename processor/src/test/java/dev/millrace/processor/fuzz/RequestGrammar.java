package dev.millrace.processor.fuzz;

import java.util.List;

/** Composes ports that ask, and the server that replies. */
final class RequestGrammar {

  private static final List<String> SERVER_EXCEPTIONS =
      List.of("java.io.IOException", "java.lang.Exception", "{types}.Broken");

  private final Dice dice;
  private final TopologyText text;
  private final Parts parts;

  RequestGrammar(Dice dice, TopologyText text) {
    this.dice = dice;
    this.text = text;
    this.parts = new Parts(dice);
  }

  void add(ChannelText channel, Payload reply) {
    List<String> thrown = dice.oneIn(3) ? dice.some(1, SERVER_EXCEPTIONS) : List.of();
    boolean any = false;
    for (int i = dice.below(2); i > 0 || !any; i--) {
      MethodText port = port(channel, reply, thrown);
      any |= text.add(dice.of(text.interfacesFor(channel.payload(), reply)), port);
    }
    boolean served = false;
    while (!served) {
      MethodText server = server(channel, reply, thrown);
      served = text.add(dice.of(text.typesFor(channel.payload(), reply)), server);
    }
  }

  private MethodText port(ChannelText channel, Payload reply, List<String> thrown) {
    MethodText port = parts.port(parts.take(reply));
    port.annotated("Request", channel.quoted()).taking(parts.put(channel.payload()));
    port.thrown.addAll(thrown);
    if (dice.oneIn(3)) {
      port.taking("java.time.Duration").thrown.add("java.util.concurrent.TimeoutException");
    }
    return parts.waiting(port);
  }

  private MethodText server(ChannelText channel, Payload reply, List<String> thrown) {
    MethodText server = new MethodText(dice.of(Words.METHODS), parts.put(reply), true);
    server.annotated("Consumer", channel.quoted()).taking(parts.take(channel.payload()));
    server.thrown.addAll(thrown);
    if (dice.oneIn(3)) {
      server.thrown.add("java.lang.InterruptedException");
    }
    if (dice.oneIn(4)) {
      server.annotated("Workers", 1 + dice.below(4));
    }
    return server;
  }
}
