package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.Item;
import dev.millrace.benchmarks.Trial;
import dev.millrace.benchmarks.peer.Peer;
import dev.millrace.benchmarks.peer.Pipe;
import java.util.ArrayList;
import java.util.List;

/** Several senders or receivers or both, all at one channel with a buffer of 512. */
public record ManyToMany(int senders, int receivers) implements Workload {
  /** The room in the channel. */
  public static final int CAPACITY = 512;

  @Override
  public String id() {
    return senders + "-to-" + receivers + "-" + CAPACITY;
  }

  @Override
  public String title() {
    return senders + ":" + receivers + ", buffer " + CAPACITY;
  }

  @Override
  public Sizes sizes() {
    return new Sizes(1_280_000, 192_000, 1_280);
  }

  @Override
  public boolean suits(Peer peer) {
    return peer.offers(CAPACITY) && peer.admits(senders, receivers);
  }

  @Override
  public Trial prepare(Peer peer, int size) {
    int each = size / senders;
    Item[][] items = new Item[senders][];
    for (int sender = 0; sender < senders; sender++) {
      items[sender] = Item.of(sender, each);
    }
    return () -> {
      Pipe pipe = peer.pipe(CAPACITY, senders, receivers);
      List<Arrivals> arrivals = new ArrayList<>();
      Crew crew = new Crew(peer);
      for (Item[] mine : items) {
        crew.start(() -> send(mine, pipe));
      }
      for (int receiver = 0; receiver < receivers; receiver++) {
        Arrivals here = new Arrivals(senders);
        arrivals.add(here);
        crew.start(() -> receive(here, size / receivers, pipe));
      }
      crew.join();
      Arrivals.check(arrivals, senders, each);
    };
  }

  private static void send(Item[] items, Pipe pipe) throws InterruptedException {
    for (Item item : items) {
      pipe.send(item);
    }
  }

  private static void receive(Arrivals arrivals, int count, Pipe pipe) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      arrivals.add(pipe.receive());
    }
  }
}
