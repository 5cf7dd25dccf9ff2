package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.Cycle;
import dev.millrace.benchmarks.Trial;
import dev.millrace.benchmarks.peer.Peer;
import dev.millrace.benchmarks.peer.Pipe;

/** One sender, one receiver. */
public record OneToOne(int capacity) implements Workload {

  @Override
  public String id() {
    return capacity == 0 ? "one-to-one-rendezvous" : "one-to-one-" + capacity;
  }

  @Override
  public String title() {
    return capacity == 0 ? "1:1, rendezvous" : "1:1, buffer " + capacity;
  }

  @Override
  public Sizes sizes() {
    return capacity == 0 ? new Sizes(500_000, 100_000, 100) : new Sizes(2_000_000, 300_000, 2_000);
  }

  @Override
  public boolean suits(Peer peer) {
    return peer.offers(capacity);
  }

  @Override
  public Trial prepare(Peer peer, int size) {
    Cycle items = new Cycle();
    return () -> {
      Pipe pipe = peer.pipe(capacity);
      Crew crew = new Crew(peer);
      crew.start(() -> send(items, size, pipe));
      crew.start(() -> receive(items, size, pipe));
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
