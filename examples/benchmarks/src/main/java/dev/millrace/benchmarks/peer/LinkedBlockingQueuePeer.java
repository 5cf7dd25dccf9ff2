package dev.millrace.benchmarks.peer;

import java.util.concurrent.LinkedBlockingQueue;

/** The JDK's {@link LinkedBlockingQueue}: a list and one lock at each end. */
public final class LinkedBlockingQueuePeer implements Peer {

  @Override
  public String name() {
    return "linked-blocking-queue";
  }

  @Override
  public boolean offers(int capacity) {
    return capacity > 0;
  }

  @Override
  public Pipe pipe(int capacity) {
    return new QueuePipe(new LinkedBlockingQueue<>(capacity));
  }
}
