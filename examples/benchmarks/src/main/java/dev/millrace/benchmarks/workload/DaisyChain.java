package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.Fault;
import dev.millrace.benchmarks.Item;
import dev.millrace.benchmarks.Trial;
import dev.millrace.benchmarks.peer.Peer;
import dev.millrace.benchmarks.peer.Pipe;

/**
 * Rob Pike's chain: a thread for each stage, one value through all of them, each of which adds one.
 * An operation is a stage, with its channel and the start of its thread.
 */
public record DaisyChain() implements Workload {

  @Override
  public String id() {
    return "daisy-chain";
  }

  @Override
  public String title() {
    return "daisy chain, 1 value (per stage)";
  }

  @Override
  public Sizes sizes() {
    return new Sizes(10_000, 10_000, 50);
  }

  @Override
  public boolean suits(Peer peer) {
    return peer.offers(0);
  }

  @Override
  public Trial prepare(Peer peer, int size) {
    Item[] items = Item.of(0, size + 1);
    return () -> {
      Crew crew = new Crew(peer);
      Pipe first = peer.pipe(0);
      Pipe last = first;
      for (int i = 0; i < size; i++) {
        int stage = i;
        Pipe in = last;
        Pipe out = peer.pipe(0);
        crew.start(() -> out.send(items[checked(items, stage, in.receive()) + 1]));
        last = out;
      }
      Pipe end = last;
      crew.start(() -> first.send(items[0]));
      crew.start(() -> checked(items, size, end.receive()));
      crew.join();
    };
  }

  private static int checked(Item[] items, int stage, Item arrived) {
    if (arrived != items[stage]) {
      throw new Fault("At stage " + stage + " arrived " + arrived + ".");
    }
    return arrived.number();
  }
}
