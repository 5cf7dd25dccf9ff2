package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.Cycle;
import dev.millrace.benchmarks.Trial;
import dev.millrace.benchmarks.peer.Peer;
import dev.millrace.benchmarks.peer.Pipe;
import java.util.Locale;

/**
 * Many values through many stages, by rendezvous. An operation is one hop of one value.
 *
 * @param stages the stages between source and sink
 */
public record Pipeline(int stages) implements Workload {
  private static final int USUAL_STAGES = 1_000;

  @Override
  public String id() {
    return stages == USUAL_STAGES ? "pipeline" : "pipeline-" + stages;
  }

  @Override
  public String title() {
    return String.format(Locale.ROOT, "pipeline, %,d stages (per hop)", stages);
  }

  @Override
  public Sizes sizes() {
    return new Sizes(valuesFor(1_000_000), valuesFor(100_000), 5);
  }

  private int valuesFor(int hops) {
    return Math.max(10, hops / stages);
  }

  @Override
  public long operations(int size) {
    return (stages + 1L) * size;
  }

  @Override
  public boolean suits(Peer peer) {
    return peer.offers(0);
  }

  @Override
  public Trial prepare(Peer peer, int size) {
    Cycle items = new Cycle();
    return () -> {
      Crew crew = new Crew(peer);
      Pipe first = peer.pipe(0);
      Pipe last = first;
      for (int stage = 0; stage < stages; stage++) {
        Pipe in = last;
        Pipe out = peer.pipe(0);
        crew.start(() -> pass(size, in, out));
        last = out;
      }
      Pipe end = last;
      crew.start(() -> send(items, size, first));
      crew.start(() -> receive(items, size, end));
      crew.join();
    };
  }

  private static void send(Cycle items, int size, Pipe pipe) throws InterruptedException {
    for (int i = 0; i < size; i++) {
      pipe.send(items.at(i));
    }
  }

  private static void pass(int size, Pipe in, Pipe out) throws InterruptedException {
    for (int i = 0; i < size; i++) {
      out.send(in.receive());
    }
  }

  private static void receive(Cycle items, int size, Pipe pipe) throws InterruptedException {
    for (int i = 0; i < size; i++) {
      items.check(i, pipe.receive());
    }
  }
}
