package dev.millrace.benchmarks.topology;

import dev.millrace.Channel;
import dev.millrace.Receiver;
import dev.millrace.RunningTopology;
import dev.millrace.Sender;
import dev.millrace.StartOptions;
import dev.millrace.benchmarks.Item;
import dev.millrace.generated.StageWiring;
import dev.millrace.generated.TopologyRun;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * As many stages in a row as one likes, between source and sink. They are wired in a loop, of what
 * generated code is made of: nobody would write thousands of them down.
 */
final class Chain {

  private static final String STAGE = "stage";

  private final TopologyRun run = new TopologyRun("Chain", StartOptions.defaults());

  private Chain() {}

  /**
   * Starts one.
   *
   * @param stage what each stage makes of an item
   */
  static RunningTopology start(
      int stages, Iterable<Item> source, UnaryOperator<Item> stage, Consumer<Item> sink) {
    Chain chain = new Chain();
    Channel<Item> last = chain.source(source);
    for (int number = 1; number <= stages; number++) {
      last = chain.stage(number, last, stage);
    }
    chain.sink(stages + 1, last, sink);
    chain.run.start();
    return chain.run;
  }

  private Channel<Item> source(Iterable<Item> items) {
    Channel<Item> out = channelFrom(0);
    StageWiring wiring = run.stage(STAGE + 0);
    Sender<Item> to = wiring.sender(out);
    wiring.runs(
        () -> {
          for (Item item : items) {
            to.send(item);
          }
        });
    return out;
  }

  private Channel<Item> stage(int number, Channel<Item> in, UnaryOperator<Item> stage) {
    Channel<Item> out = channelFrom(number);
    StageWiring wiring = run.stage(STAGE + number, 1);
    Receiver<Item> from = wiring.receiver(in);
    Sender<Item> to = wiring.sender(out);
    wiring.runs(
        () -> {
          for (Item item; (item = from.receiveOrNull()) != null; ) {
            to.send(stage.apply(item));
          }
        });
    return out;
  }

  private void sink(int number, Channel<Item> in, Consumer<Item> sink) {
    StageWiring wiring = run.stage(STAGE + number, 1);
    Receiver<Item> from = wiring.receiver(in);
    wiring.runs(
        () -> {
          for (Item item; (item = from.receiveOrNull()) != null; ) {
            sink.accept(item);
          }
        });
  }

  private Channel<Item> channelFrom(int stage) {
    return run.oneToOne("from" + stage, 0, STAGE + stage, STAGE + (stage + 1));
  }
}
