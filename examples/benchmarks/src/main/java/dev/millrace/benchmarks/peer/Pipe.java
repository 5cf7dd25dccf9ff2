package dev.millrace.benchmarks.peer;

import dev.millrace.benchmarks.Item;

/** One channel of one peer. */
public interface Pipe {

  /** Waits until the item was taken or buffered. */
  void send(Item item) throws InterruptedException;

  /** Waits for an item. */
  Item receive() throws InterruptedException;
}
