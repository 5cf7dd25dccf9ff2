package dev.millrace.benchmarks.peer;

import dev.millrace.benchmarks.Item;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TransferQueue;

/** The JDK's {@link LinkedTransferQueue}, whose senders wait for a receiver. */
public final class LinkedTransferQueuePeer implements Peer {

  private record TransferPipe(TransferQueue<Item> queue) implements Pipe {
    @Override
    public void send(Item item) throws InterruptedException {
      queue.transfer(item);
    }

    @Override
    public Item receive() throws InterruptedException {
      return queue.take();
    }
  }

  @Override
  public String name() {
    return "linked-transfer-queue";
  }

  @Override
  public boolean offers(int capacity) {
    return capacity == 0;
  }

  @Override
  public Pipe pipe(int capacity) {
    return new TransferPipe(new LinkedTransferQueue<>());
  }
}
