package dev.millrace.benchmarks.peer;

import dev.millrace.benchmarks.Item;
import java.util.concurrent.BlockingQueue;

/** One of the JDK's queues. */
record QueuePipe(BlockingQueue<Item> queue) implements Pipe {

  @Override
  public void send(Item item) throws InterruptedException {
    queue.put(item);
  }

  @Override
  public Item receive() throws InterruptedException {
    return queue.take();
  }
}
