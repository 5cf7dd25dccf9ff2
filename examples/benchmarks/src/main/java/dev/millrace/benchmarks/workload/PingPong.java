package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.Cycle;
import dev.millrace.benchmarks.Trial;
import dev.millrace.benchmarks.peer.Peer;
import dev.millrace.benchmarks.peer.Pipe;

/** Two threads hand one value to and fro; an operation is a round trip. */
public record PingPong() implements Workload {

  @Override
  public String id() {
    return "ping-pong";
  }

  @Override
  public String title() {
    return "ping-pong, two rendezvous (round trip)";
  }

  @Override
  public Sizes sizes() {
    return new Sizes(300_000, 40_000, 100);
  }

  @Override
  public boolean suits(Peer peer) {
    return peer.offers(0);
  }

  @Override
  public Trial prepare(Peer peer, int size) {
    Cycle items = new Cycle();
    return () -> {
      Pipe there = peer.pipe(0);
      Pipe back = peer.pipe(0);
      Crew crew = new Crew(peer);
      crew.start(() -> serve(items, size, there, back));
      crew.start(() -> giveBack(size, there, back));
      crew.join();
    };
  }

  private static void serve(Cycle items, int size, Pipe there, Pipe back)
      throws InterruptedException {
    for (int i = 0; i < size; i++) {
      there.send(items.at(i));
      items.check(i, back.receive());
    }
  }

  private static void giveBack(int size, Pipe there, Pipe back) throws InterruptedException {
    for (int i = 0; i < size; i++) {
      back.send(there.receive());
    }
  }
}
