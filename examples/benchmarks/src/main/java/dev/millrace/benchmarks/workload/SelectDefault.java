package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.Cycle;
import dev.millrace.benchmarks.Fault;
import dev.millrace.benchmarks.Item;
import dev.millrace.benchmarks.Trial;
import dev.millrace.benchmarks.peer.Choice;
import dev.millrace.benchmarks.peer.Peer;
import dev.millrace.benchmarks.peer.SelectingPeer;

/** A select with a default, over channels that are empty. */
public record SelectDefault(int arms) implements Workload {

  @Override
  public String id() {
    return "select-default-" + arms;
  }

  @Override
  public String title() {
    return "select of " + arms + " with default, empty";
  }

  @Override
  public Sizes sizes() {
    return new Sizes(10_000, 10_000, 100);
  }

  @Override
  public boolean isSingleOperation() {
    return true;
  }

  @Override
  public boolean suits(Peer peer) {
    return peer instanceof SelectingPeer;
  }

  @Override
  public Trial prepare(Peer peer, int size) {
    Cycle items = new Cycle();
    return () -> {
      Choice choice = ((SelectingPeer) peer).choice(arms, 1);
      for (int i = 0; i < size; i++) {
        Item item = choice.poll();
        if (item != null) {
          throw new Fault("Out of nothing came " + item + ".");
        }
      }
      choice.arm(arms - 1).send(items.at(0));
      Item item = choice.poll();
      if (item == null) {
        throw new Fault("What was sent is not there.");
      }
      items.check(0, item);
    };
  }
}
