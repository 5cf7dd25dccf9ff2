package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.Cycle;
import dev.millrace.benchmarks.Trial;
import dev.millrace.benchmarks.peer.Peer;
import dev.millrace.benchmarks.peer.Pipe;

/** One thread sends into a buffer and receives at once: nobody waits, nobody interferes. */
public record Uncontended() implements Workload {
  /** The room in the channel. */
  public static final int CAPACITY = 16;

  @Override
  public String id() {
    return "uncontended";
  }

  @Override
  public String title() {
    return "uncontended send + receive";
  }

  @Override
  public Sizes sizes() {
    return new Sizes(10_000, 10_000, 2_000);
  }

  @Override
  public boolean isSingleOperation() {
    return true;
  }

  @Override
  public boolean suits(Peer peer) {
    return peer.offers(CAPACITY);
  }

  @Override
  public Trial prepare(Peer peer, int size) {
    Cycle items = new Cycle();
    return () -> {
      Pipe pipe = peer.pipe(CAPACITY);
      for (int i = 0; i < size; i++) {
        pipe.send(items.at(i));
        items.check(i, pipe.receive());
      }
    };
  }
}
