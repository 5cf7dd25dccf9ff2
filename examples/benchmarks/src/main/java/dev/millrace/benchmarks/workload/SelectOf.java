package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.Cycle;
import dev.millrace.benchmarks.Fault;
import dev.millrace.benchmarks.Item;
import dev.millrace.benchmarks.Trial;
import dev.millrace.benchmarks.peer.Choice;
import dev.millrace.benchmarks.peer.Peer;
import dev.millrace.benchmarks.peer.SelectingPeer;

/** A sender for each of several channels, and one thread that selects over all of them. */
public record SelectOf(int arms) implements Workload {
  /** The room in each channel. */
  public static final int CAPACITY = 16;

  @Override
  public String id() {
    return "select-" + arms;
  }

  @Override
  public String title() {
    return "select of " + arms;
  }

  @Override
  public Sizes sizes() {
    return arms > 8 ? new Sizes(160_000, 32_000, 10 * arms) : new Sizes(320_000, 64_000, 10 * arms);
  }

  @Override
  public boolean suits(Peer peer) {
    return peer instanceof SelectingPeer;
  }

  @Override
  public Trial prepare(Peer peer, int size) {
    Cycle[] items = new Cycle[arms];
    for (int arm = 0; arm < arms; arm++) {
      items[arm] = new Cycle(arm);
    }
    int each = size / arms;
    return () -> {
      Choice choice = ((SelectingPeer) peer).choice(arms, CAPACITY);
      Crew crew = new Crew(peer);
      for (int i = 0; i < arms; i++) {
        int arm = i;
        crew.start(() -> send(items[arm], each, choice, arm));
      }
      crew.start(() -> receive(items, size, choice));
      crew.join();
    };
  }

  private static void send(Cycle items, int count, Choice choice, int arm)
      throws InterruptedException {
    var pipe = choice.arm(arm);
    for (int i = 0; i < count; i++) {
      pipe.send(items.at(i));
    }
  }

  private static void receive(Cycle[] items, int size, Choice choice) throws InterruptedException {
    int[] counts = new int[items.length];
    for (int i = 0; i < size; i++) {
      Item item = choice.receive();
      items[item.sender()].check(counts[item.sender()]++, item);
    }
    for (int count : counts) {
      if (count != size / items.length) {
        throw new Fault("From one of the arms came " + count + ".");
      }
    }
  }
}
