package dev.millrace.benchmarks.topology;

import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Topology;
import dev.millrace.benchmarks.Cycle;
import dev.millrace.benchmarks.Item;

/** Two players: whatever one sends the other returns. */
// One item goes round, and who serves holds none while it waits.
@SuppressWarnings("millrace:Cycle")
@Topology(stages = Rally.Server.class)
interface Rally {

  @Consumer("there")
  @Producer("back")
  default Item returned(Item item) {
    return item;
  }

  /** Waits for the return of each item before it sends the next. */
  record Server(Cycle items, int size) {

    void serve(@Producer("there") Sender<Item> there, @Consumer("back") Receiver<Item> back)
        throws InterruptedException {
      for (int i = 0; i < size; i++) {
        there.send(items.at(i));
        items.check(i, back.receive());
      }
    }
  }
}
