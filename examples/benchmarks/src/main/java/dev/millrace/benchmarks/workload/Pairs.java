package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.Cycle;
import dev.millrace.benchmarks.Trial;
import dev.millrace.benchmarks.peer.Peer;
import dev.millrace.benchmarks.peer.Pipe;

/**
 * Pairs of one sender and one receiver that have nothing to do with each other, each with a channel
 * of its own: what a message costs where there are more and more channels.
 */
public record Pairs(int count) implements Workload {
  /** The room in each channel. */
  public static final int CAPACITY = 16;

  @Override
  public String id() {
    return "pairs-" + count;
  }

  @Override
  public String title() {
    return "1:1, buffer 16, pairs at once: " + count;
  }

  @Override
  public Sizes sizes() {
    return new Sizes(Math.max(1, 1_000_000 / count), Math.max(1, 200_000 / count), 20);
  }

  @Override
  public long operations(int size) {
    return (long) size * count;
  }

  @Override
  public boolean suits(Peer peer) {
    return peer.offers(CAPACITY) && peer.isShared();
  }

  @Override
  public Trial prepare(Peer peer, int size) {
    Cycle items = new Cycle();
    return () -> {
      Crew crew = new Crew(peer);
      for (int i = 0; i < count; i++) {
        Pipe pipe = peer.pipe(CAPACITY);
        crew.start(() -> send(items, size, pipe));
        crew.start(() -> receive(items, size, pipe));
      }
      crew.join();
    };
  }

  private static void send(Cycle items, int size, Pipe pipe) throws InterruptedException {
    for (int i = 0; i < size; i++) {
      pipe.send(items.at(i));
    }
  }

  private static void receive(Cycle items, int size, Pipe pipe) throws InterruptedException {
    for (int i = 0; i < size; i++) {
      items.check(i, pipe.receive());
    }
  }
}
